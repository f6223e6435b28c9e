package uk.muster.http.identity;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.webmvc.actuate.endpoint.web.AbstractWebMvcEndpointHandlerMapping;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.ApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Every endpoint has a rule: a controller method says {@link Allowed} or {@link Open}, and names its school {@code urn} so that the caller's schools can be
 * held against it. What has none is refused at the start of the service, in its tests, and at any call.
 */
public final class EndpointRules {

    private static final String A_SCHOOL = "/schools/{";
    private static final String A_SCHOOL_BY_URN = "/schools/{urn}";

    private EndpointRules() {}

    /**
     * Walks every mapped endpoint.
     *
     * @return those without a rule, each as a sentence, in order; empty when all is well
     */
    public static List<String> unruled(ApplicationContext context) {
        return context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .filter(mapping -> !(mapping instanceof AbstractWebMvcEndpointHandlerMapping))
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(endpoint -> !isOpen(endpoint))
                .flatMap(endpoint -> faults(endpoint.getKey(), endpoint.getValue()))
                .sorted()
                .toList();
    }

    /** @throws IllegalStateException naming every endpoint without a rule */
    static void require(ApplicationContext context) {
        List<String> unruled = unruled(context);
        if (!unruled.isEmpty()) {
            throw new IllegalStateException("Every endpoint needs a rule. " + String.join(" ", unruled));
        }
    }

    /** The roles that may call an endpoint; none when it has no rule. */
    static Set<Role> roles(HandlerMethod method) {
        Allowed rule = method.getMethodAnnotation(Allowed.class);
        return rule == null ? Set.of() : Set.of(rule.value());
    }

    /** Whether anyone may call an endpoint. */
    static boolean isOpen(HandlerMethod method) {
        return method.hasMethodAnnotation(Open.class);
    }

    /** The error page answers nobody directly, and the published contract is open to all. */
    private static boolean isOpen(Map.Entry<RequestMappingInfo, HandlerMethod> endpoint) {
        return ErrorController.class.isAssignableFrom(endpoint.getValue().getBeanType())
                || endpoint.getKey().getPatternValues().stream().allMatch(OpenPaths::isContract);
    }

    private static Stream<String> faults(RequestMappingInfo endpoint, HandlerMethod method) {
        Stream<String> noRole = roles(method).isEmpty() && !isOpen(method)
                ? Stream.of(endpoint + " (" + method.getShortLogMessage() + ") has no @Allowed.")
                : Stream.empty();
        Stream<String> noUrn = endpoint.getPatternValues().stream()
                .filter(pattern -> pattern.contains(A_SCHOOL) && !pattern.contains(A_SCHOOL_BY_URN))
                .map(pattern -> pattern + " must name its school {urn}.");
        return Stream.concat(noRole, noUrn);
    }
}
