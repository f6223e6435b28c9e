package uk.muster.query.console.asset;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The pages' files and who sends them. */
@Configuration(proxyBeanMethods = false)
class AssetConfiguration {

    @Bean
    Assets assets() {
        return new Assets();
    }

    @Bean
    FilterRegistrationBean<AssetFilter> assetFilter(Assets assets) {
        FilterRegistrationBean<AssetFilter> registration = new FilterRegistrationBean<>(new AssetFilter(assets));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }
}
