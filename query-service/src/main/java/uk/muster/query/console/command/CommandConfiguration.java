package uk.muster.query.console.command;

import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;
import uk.muster.query.ingest.Progress;
import uk.muster.query.position.Awaiting;
import uk.muster.query.store.LiveProjection;

/** What pages record with. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CommandSettings.class)
class CommandConfiguration {

    @Bean
    CommandClient commandClient(CommandSettings settings, JsonMapper jsonMapper) {
        return new CommandClient(settings.commands(), jsonMapper);
    }

    @Bean
    FirstSent firstSent(InstantSource businessClock) {
        return new FirstSent(businessClock);
    }

    @Bean
    WebMvcConfigurer ownWrites(CommandSettings settings, Progress progress, LiveProjection live) {
        OwnWrites ownWrites = new OwnWrites(new Awaiting(progress, live), settings.longestWait());
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(ownWrites)
                        .excludePathPatterns("/api/**", "/actuator/**", "/v3/**")
                        .order(Integer.MAX_VALUE);
            }
        };
    }
}
