package uk.muster.query.console.command;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import uk.muster.http.convention.MusterPosition;
import uk.muster.query.position.Awaiting;

/**
 * People see what they have just done: the position of what a session recorded is kept in it, and the next page waits until the read model holds that.
 * It is {@code Muster-Await} without the header.
 */
final class OwnWrites implements HandlerInterceptor {

    /** Request attribute: true when a page is older than what its reader has done. */
    static final String BEHIND = "behind";

    private static final String POSITION = OwnWrites.class.getName() + ".position";

    private final Awaiting awaiting;
    private final Duration longest;

    /** @param longest for how long a page may wait; after that it is shown as it is, and says so */
    OwnWrites(Awaiting awaiting, Duration longest) {
        this.awaiting = awaiting;
        this.longest = longest;
    }

    /** For the session of the request that runs on this thread. */
    static void remember(MusterPosition position) {
        RequestAttributes request = RequestContextHolder.currentRequestAttributes();
        synchronized (request.getSessionMutex()) {
            MusterPosition later =
                    request.getAttribute(POSITION, RequestAttributes.SCOPE_SESSION) instanceof MusterPosition earlier
                            ? earlier.and(position)
                            : position;
            request.setAttribute(POSITION, later, RequestAttributes.SCOPE_SESSION);
        }
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws InterruptedException {
        HttpSession session = request.getSession(false);
        if (session != null
                && request.getDispatcherType() == DispatcherType.REQUEST
                && session.getAttribute(POSITION) instanceof MusterPosition position) {
            if (awaiting.await(position, longest)) {
                forget(position);
            } else {
                request.setAttribute(BEHIND, true);
            }
        }
        return true;
    }

    /** Unless more was recorded meanwhile. */
    private static void forget(MusterPosition held) {
        RequestAttributes request = RequestContextHolder.currentRequestAttributes();
        synchronized (request.getSessionMutex()) {
            if (held.equals(request.getAttribute(POSITION, RequestAttributes.SCOPE_SESSION))) {
                request.removeAttribute(POSITION, RequestAttributes.SCOPE_SESSION);
            }
        }
    }
}
