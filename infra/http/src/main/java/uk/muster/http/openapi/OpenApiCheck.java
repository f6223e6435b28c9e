package uk.muster.http.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.boot.webmvc.actuate.endpoint.web.AbstractWebMvcEndpointHandlerMapping;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.ApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Holds a service's document against the service: every mapped endpoint is in the document and the other way round, with the same roles
 * ({@code x-roles}), path variables and query parameters. The probes of whoever runs the service are no part of it, nor are pages for people.
 */
public final class OpenApiCheck {

    /** Where programs call; a page lies elsewhere. */
    private static final List<String> CONTRACT = List.of("/api/", "/v3/");

    private OpenApiCheck() {}

    /** Where the document and the service differ, each a sentence, in order of path; empty when all is well. */
    public static List<String> differences(ApplicationContext context) {
        return differences(context, OpenApiDocument.of(context));
    }

    static List<String> differences(ApplicationContext context, OpenApiDocument document) {
        Map<String, Operation> mapped = mapped(context);
        Map<String, Operation> documented = Operation.in(document);
        List<String> differences = new ArrayList<>();
        mapped.forEach((endpoint, operation) -> {
            Operation said = documented.get(endpoint);
            if (said == null) {
                differences.add(endpoint + " is mapped, but not documented.");
            } else {
                compare(endpoint, "roles", operation.roles(), said.roles(), differences);
                compare(endpoint, "path variables", operation.pathVariables(), said.pathVariables(), differences);
                compare(endpoint, "query parameters", operation.queryParameters(), said.queryParameters(), differences);
            }
        });
        documented.keySet().stream()
                .filter(endpoint -> !mapped.containsKey(endpoint))
                .forEach(endpoint -> differences.add(endpoint + " is documented, but not mapped."));
        return differences;
    }

    private static void compare(
            String endpoint, String what, Set<String> mapped, Set<String> documented, List<String> differences) {
        if (!mapped.equals(documented)) {
            differences.add(
                    endpoint + " has the " + what + " " + mapped + ", but is documented with " + documented + ".");
        }
    }

    private static Map<String, Operation> mapped(ApplicationContext context) {
        Map<String, Operation> endpoints = new TreeMap<>();
        context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .filter(mapping -> !(mapping instanceof AbstractWebMvcEndpointHandlerMapping))
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(each ->
                        !ErrorController.class.isAssignableFrom(each.getValue().getBeanType()))
                .forEach(each -> put(each.getKey(), each.getValue(), endpoints));
        return endpoints;
    }

    private static void put(RequestMappingInfo info, HandlerMethod method, Map<String, Operation> endpoints) {
        for (String pattern : info.getPatternValues()) {
            if (isContract(pattern)) {
                info.getMethodsCondition()
                        .getMethods()
                        .forEach(verb -> endpoints.put(verb + " " + pattern, Operation.of(method)));
            }
        }
    }

    private static boolean isContract(String pattern) {
        return CONTRACT.stream().anyMatch(pattern::startsWith);
    }
}
