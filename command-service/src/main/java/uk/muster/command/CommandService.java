package uk.muster.command;

import org.springframework.beans.BeansException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import uk.muster.command.api.ApiConfiguration;
import uk.muster.command.clock.ClockRefusedException;
import uk.muster.http.HttpConfiguration;

/** Takes commands, decides them and records what happened. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableConfigurationProperties(Settings.class)
@Import({
    HttpConfiguration.class,
    StoreConfiguration.class,
    DomainConfiguration.class,
    FollowUpConfiguration.class,
    NotifyConfiguration.class,
    CheckpointConfiguration.class,
    RetentionConfiguration.class,
    ApiConfiguration.class
})
public class CommandService {

    /** EX_CONFIG of sysexits.h: whoever started the service is not to start it again as it is. */
    private static final int MISCONFIGURED = 78;

    public static void main(String[] arguments) {
        try {
            SpringApplication.run(CommandService.class, arguments);
        } catch (BeansException e) {
            if (e.getMostSpecificCause() instanceof ClockRefusedException) {
                System.exit(MISCONFIGURED);
            }
            throw e;
        }
    }
}
