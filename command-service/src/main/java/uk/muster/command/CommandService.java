package uk.muster.command;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import uk.muster.command.api.ApiConfiguration;
import uk.muster.http.HttpConfiguration;

/** Takes commands, decides them and records what happened. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableConfigurationProperties(Settings.class)
@Import({HttpConfiguration.class, StoreConfiguration.class, DomainConfiguration.class, ApiConfiguration.class})
public class CommandService {

    public static void main(String[] arguments) {
        SpringApplication.run(CommandService.class, arguments);
    }
}
