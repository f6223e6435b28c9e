package uk.muster.http.identity;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import uk.muster.http.problem.Problem;
import uk.muster.kernel.identity.Urn;

/**
 * Holds every call against its endpoint's rule: first the role (403), then the school in the path (404, as if it were unknown). What has no
 * rule is denied.
 */
final class RuleInterceptor implements HandlerInterceptor {

    private final Map<Method, Set<Role>> rules = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            return true;
        }
        if (!(handler instanceof HandlerMethod method)) {
            throw Problem.unknown("There is nothing at this path.").asException();
        }
        if (EndpointRules.isOpen(method)) {
            return true;
        }
        Caller caller = Callers.current();
        Set<Role> allowed = rules.computeIfAbsent(method.getMethod(), _ -> EndpointRules.roles(method));
        if (Collections.disjoint(allowed, caller.roles())) {
            throw Problem.forbidden("None of the caller's roles may do this.").asException();
        }
        String urn = pathVariable(request, "urn");
        if (urn != null) {
            caller.requireSchool(school(urn));
        }
        return true;
    }

    private static Urn school(String urn) {
        if (!Urn.isValid(urn)) {
            throw Problem.malformed("A school is named by its URN: six digits.").asException();
        }
        return Urn.parse(urn);
    }

    private static @Nullable String pathVariable(HttpServletRequest request, String name) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                        && variables.get(name) instanceof String value
                ? value
                : null;
    }
}
