package uk.muster.query.console.purpose;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;
import uk.muster.query.access.Purpose;

/** Gives each request of a session the purpose that was said in it; {@link Purpose#CONSOLE} where none was. */
public final class SaidPurpose implements HandlerInterceptor {

    private static final String SAID = SaidPurpose.class.getName() + ".said";

    SaidPurpose() {}

    /** @param purpose null for none any more */
    static void say(HttpSession session, @Nullable Purpose purpose) {
        session.setAttribute(SAID, purpose);
    }

    /** That of the session of a request; null where none was said. */
    public static @Nullable Purpose of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(SAID) instanceof Purpose said ? said : null;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Purpose said = of(request);
        request.setAttribute(Purpose.ATTRIBUTE, said == null ? Purpose.CONSOLE : said);
        return true;
    }
}
