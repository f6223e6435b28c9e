package uk.muster.query.console.purpose;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the purpose to every request of a page. */
@Configuration(proxyBeanMethods = false)
class PurposeConfiguration {

    @Bean
    WebMvcConfigurer saidPurposes() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new SaidPurpose()).excludePathPatterns("/api/**", "/actuator/**", "/v3/**");
            }
        };
    }
}
