package uk.muster.query.position;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.web.servlet.HandlerInterceptor;
import uk.muster.http.convention.MusterPosition;
import uk.muster.http.problem.Problem;

/** The header {@code Muster-Await}: after the caller's rule was held, before anything is read. */
public final class AwaitInterceptor implements HandlerInterceptor {

    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Awaiting awaiting;
    private final Duration longest;

    /** @param longest for how long a query may wait; by the contract 10 s */
    public AwaitInterceptor(Awaiting awaiting, Duration longest) {
        this.awaiting = awaiting;
        this.longest = longest;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws InterruptedException {
        String wanted = request.getHeader(MusterPosition.AWAIT);
        if (wanted != null
                && request.getDispatcherType() == DispatcherType.REQUEST
                && !awaiting.await(MusterPosition.parse(wanted), longest)) {
            throw Problem.of(
                            "not-caught-up",
                            "The answer would be older than was asked for",
                            503,
                            "The read model does not hold that position yet; try again.")
                    .withRetryAfter(RETRY)
                    .asException();
        }
        return true;
    }
}
