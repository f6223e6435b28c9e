package uk.muster.query.access;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import uk.muster.http.identity.Allowed;
import uk.muster.http.identity.Caller;
import uk.muster.http.identity.Role;

/**
 * Records looks as those of whoever's request is under way on this thread: caller, role and purpose are taken from there, so that no page that is added
 * can leave them out.
 */
final class RequestLooks implements Looks {

    private final LookLog log;

    RequestLooks(LookLog log) {
        this.log = log;
    }

    /** @throws uk.muster.http.problem.ProblemException also 400 for a purpose that is none */
    @Override
    public void at(Look look) {
        log.record(looker(), look);
    }

    private static Looker looker() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null
                && authentication.getPrincipal() instanceof Caller caller
                && RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request) {
            return Looker.of(
                    caller,
                    purpose(request.getRequest()),
                    allowed(request.getAttribute(
                            HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST)));
        }
        throw new IllegalStateException("Something that must be recorded was read outside of a request.");
    }

    private static @Nullable Purpose purpose(HttpServletRequest request) {
        Purpose said = Purpose.parse(request.getHeader(Purpose.HEADER));
        return said == null && request.getAttribute(Purpose.ATTRIBUTE) instanceof Purpose otherwise ? otherwise : said;
    }

    /** The roles that the endpoint is for; every one where it has no such rule of its own. */
    private static Role[] allowed(@Nullable Object handler) {
        Allowed rule = handler instanceof HandlerMethod method ? method.getMethodAnnotation(Allowed.class) : null;
        return rule == null ? Role.values() : rule.value();
    }
}
