package uk.muster.identity;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/** Who may ask what: the protocol's endpoints, and the page on which a person is chosen. */
@Configuration(proxyBeanMethods = false)
class ProviderChains {

    private static final String CHOOSE = "/";

    @Bean
    @Order(1)
    SecurityFilterChain protocol(HttpSecurity http) {
        return http.oauth2AuthorizationServer(server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    server.oidc(Customizer.withDefaults());
                })
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint(CHOOSE)))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain choice(HttpSecurity http, ProviderSettings settings, People people) {
        return http.authenticationProvider(new Chosen(people))
                .headers(headers ->
                        headers.contentSecurityPolicy(policy -> policy.policyDirectives(contentRules(settings))))
                .formLogin(form -> form.loginPage(CHOOSE)
                        .loginProcessingUrl("/choose")
                        .defaultSuccessUrl(settings.console().toString()))
                .authorizeHttpRequests(requests -> requests.requestMatchers(CHOOSE, "/choose.css", "/error")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }

    /** Forms go here, and from here to the console: browsers hold both against this. */
    private static String contentRules(ProviderSettings settings) {
        return "default-src 'none'; style-src 'self'; form-action 'self' %s; base-uri 'none'; frame-ancestors 'none'"
                .formatted(settings.console());
    }
}
