package uk.muster.query.console.signin;

import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.authentication.builders.AuthenticationManagerBuilder;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The chain of the pages, before that of the API, which is for everything else: sign-in by authorization code with PKCE at an OIDC provider, a session
 * kept in this process, a CSRF token in every form. Which role may see which page, each endpoint's own rule says, as it does for the API.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SignInSettings.class)
class SignInConfiguration implements WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new SignedInArgument());
    }

    @Bean
    Provider provider(SignInSettings settings) {
        return new Provider(settings);
    }

    @Bean
    OAuth2AuthorizedClientRepository tokensOfSessions() {
        return new HttpSessionOAuth2AuthorizedClientRepository();
    }

    @Bean
    @Order(0)
    SecurityFilterChain pagesFilterChain(
            HttpSecurity http,
            SignInSettings settings,
            Provider provider,
            OAuth2AuthorizedClientRepository tokensOfSessions,
            AuthenticationManager verifiedTokens) {
        Refusals refusals = new Refusals();
        // Who can't sign in is not asked for a bearer token instead.
        http.getSharedObject(AuthenticationManagerBuilder.class).parentAuthenticationManager(null);
        return http.securityMatcher(Paths::isPage)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .requestCache(cache -> cache.requestCache(navigations()))
                .headers(headers -> headers(headers, settings))
                .oauth2Login(login -> {
                    login.clientRegistrationRepository(provider)
                            .authorizedClientRepository(tokensOfSessions)
                            .loginPage(Paths.SIGN_IN + "/" + Provider.ID)
                            .authorizationEndpoint(endpoint -> endpoint.baseUri(Paths.SIGN_IN))
                            .redirectionEndpoint(endpoint -> endpoint.baseUri(Paths.ANSWER))
                            .userInfoEndpoint(users -> users.oidcUserService(new MusterUsers(verifiedTokens)))
                            .failureHandler(refusals);
                    login.addObjectPostProcessor(tellingWhenTheProviderIsAway(refusals));
                })
                .logout(logout -> logout.logoutUrl(Paths.SIGN_OUT).logoutSuccessHandler(atTheProviderToo(provider)))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .addFilterBefore(
                        new SessionIdentity(
                                accessTokens(provider, tokensOfSessions),
                                verifiedTokens,
                                new People(settings.claims())),
                        AuthorizationFilter.class)
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers(Paths.SIGNED_OUT)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .build();
    }

    /** The way to the provider fails like the way back. */
    private static ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> tellingWhenTheProviderIsAway(
            Refusals refusals) {
        return new ObjectPostProcessor<>() {
            @Override
            public <F extends OAuth2AuthorizationRequestRedirectFilter> F postProcess(F filter) {
                filter.setAuthenticationFailureHandler(refusals);
                return filter;
            }
        };
    }

    /** After the sign-in a person is where they wanted to go; what a script asked for is no place to go. */
    private static HttpSessionRequestCache navigations() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(Paths::isNavigation);
        cache.setMatchingRequestParameterName(null);
        return cache;
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers, SignInSettings settings) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(ContentRules.of(settings.issuer())))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(
                        policy -> policy.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()"))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
    }

    private static AccessTokens accessTokens(Provider provider, OAuth2AuthorizedClientRepository tokensOfSessions) {
        DefaultOAuth2AuthorizedClientManager clients =
                new DefaultOAuth2AuthorizedClientManager(provider, tokensOfSessions);
        clients.setAuthorizedClientProvider(OAuth2AuthorizedClientProviderBuilder.builder()
                .authorizationCode()
                .refreshToken()
                .build());
        return new AccessTokens(clients);
    }

    /** Without this the provider would sign the next person at this desk in as the one who has just left. */
    private static OidcClientInitiatedLogoutSuccessHandler atTheProviderToo(Provider provider) {
        OidcClientInitiatedLogoutSuccessHandler handler = new OidcClientInitiatedLogoutSuccessHandler(provider);
        handler.setPostLogoutRedirectUri("{baseUrl}" + Paths.SIGNED_OUT);
        handler.setDefaultTargetUrl(Paths.SIGNED_OUT);
        return handler;
    }
}
