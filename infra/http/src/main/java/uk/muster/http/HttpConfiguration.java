package uk.muster.http;

import io.micrometer.observation.ObservationRegistry;
import jakarta.servlet.Filter;
import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.filter.RequestContextFilter;
import org.springframework.web.filter.ServerHttpObservationFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;
import uk.muster.http.body.BodyArgument;
import uk.muster.http.convention.AccessLog;
import uk.muster.http.convention.PathValues;
import uk.muster.http.convention.WireJson;
import uk.muster.http.identity.IdentityConfiguration;
import uk.muster.http.openapi.OpenApiController;
import uk.muster.http.problem.ProblemAdvice;
import uk.muster.http.problem.ProblemErrorController;
import uk.muster.http.problem.ProblemValve;

/**
 * All that a service needs to speak as the contract does: {@code @Import(HttpConfiguration.class)}.
 *
 * <p>Controller methods say {@link uk.muster.http.identity.Allowed}, and take {@link uk.muster.http.identity.Caller},
 * {@link uk.muster.http.body.Body} and the kernel's identities as arguments. The settings that go with it are in
 * {@code muster-http.properties}.
 */
@Configuration(proxyBeanMethods = false)
@Import({IdentityConfiguration.class, ProblemAdvice.class, ProblemErrorController.class, OpenApiController.class})
public class HttpConfiguration implements WebMvcConfigurer {

    @Override
    public void addFormatters(FormatterRegistry registry) {
        PathValues.register(registry);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new BodyArgument());
    }

    @Bean
    JsonMapper jsonMapper() {
        return WireJson.mapper();
    }

    @Bean
    FilterRegistrationBean<AccessLog> accessLog() {
        FilterRegistrationBean<AccessLog> registration = new FilterRegistrationBean<>(new AccessLog());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** Not asked: nobody reads observations of calls yet. */
    @Bean
    FilterRegistrationBean<ServerHttpObservationFilter> observations() {
        return left(new ServerHttpObservationFilter(ObservationRegistry.NOOP));
    }

    /** Not asked: the dispatcher binds each request to its thread itself, and no filter wants it there. */
    @Bean
    FilterRegistrationBean<RequestContextFilter> requestContext() {
        return left(new RequestContextFilter());
    }

    private static <T extends Filter> FilterRegistrationBean<T> left(T filter) {
        FilterRegistrationBean<T> registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    /** Makes the container's own refusals problems too; its host is known once a context is put together. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> problemsOfTheContainer() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemValve.class.getName());
            }
        });
    }
}
