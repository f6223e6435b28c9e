package uk.muster.http.openapi;

import java.lang.reflect.Parameter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.JsonNode;
import uk.muster.http.identity.Allowed;
import uk.muster.http.identity.Role;

/**
 * What can be compared of an operation.
 *
 * @param roles who may call it, as the claim {@code roles} writes them; none for one that is open to all
 * @param pathVariables by name
 * @param queryParameters by name
 */
record Operation(Set<String> roles, Set<String> pathVariables, Set<String> queryParameters) {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    /** What a controller method does. */
    static Operation of(HandlerMethod method) {
        Allowed allowed = method.getMethodAnnotation(Allowed.class);
        Set<String> roles = allowed == null
                ? Set.of()
                : Stream.of(allowed.value()).map(Role::claim).collect(Collectors.toCollection(TreeSet::new));
        return new Operation(
                roles,
                names(method, parameter -> {
                    PathVariable variable = parameter.getAnnotation(PathVariable.class);
                    return variable == null ? Stream.empty() : Stream.of(named(variable.value(), parameter));
                }),
                names(method, parameter -> {
                    RequestParam query = parameter.getAnnotation(RequestParam.class);
                    return query == null ? Stream.empty() : Stream.of(named(query.value(), parameter));
                }));
    }

    private static Set<String> names(HandlerMethod method, Function<Parameter, Stream<String>> name) {
        return Stream.of(method.getMethod().getParameters())
                .flatMap(name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String named(String given, Parameter parameter) {
        return given.isEmpty() ? parameter.getName() : given;
    }

    /** What a document says, by method and path: {@code GET /api/v1/schools/{urn}}. */
    static Map<String, Operation> in(OpenApiDocument document) {
        Map<String, Operation> operations = new TreeMap<>();
        document.tree()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(member -> {
                    if (METHODS.contains(member.getKey())) {
                        operations.put(
                                member.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                of(document, path.getValue(), member.getValue()));
                    }
                }));
        return operations;
    }

    private static Operation of(OpenApiDocument document, JsonNode path, JsonNode operation) {
        return new Operation(
                operation
                        .path("x-roles")
                        .valueStream()
                        .map(JsonNode::asString)
                        .collect(Collectors.toCollection(TreeSet::new)),
                parameters(document, path, operation, "path"),
                parameters(document, path, operation, "query"));
    }

    private static Set<String> parameters(OpenApiDocument document, JsonNode path, JsonNode operation, String in) {
        return Stream.of(path, operation)
                .flatMap(each -> each.path("parameters").valueStream())
                .map(document::resolved)
                .filter(parameter -> parameter.path("in").asString("").equals(in))
                .map(parameter -> parameter.path("name").asString())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
