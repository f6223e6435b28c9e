package uk.muster.query.console.action;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.muster.query.console.command.CommandClient;
import uk.muster.query.console.command.FirstSent;
import uk.muster.query.console.shell.Pages;

/** What forms are sent with. */
@Configuration(proxyBeanMethods = false)
class ActionConfiguration {

    @Bean
    Sending sending(CommandClient commands, Pages pages) {
        return new Sending(commands, pages);
    }

    @Bean
    When when(FirstSent firstSent) {
        return new When(firstSent);
    }
}
