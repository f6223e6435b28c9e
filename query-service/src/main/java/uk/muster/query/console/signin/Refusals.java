package uk.muster.query.console.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.csrf.CsrfException;
import uk.muster.http.problem.Problem;
import uk.muster.http.problem.ProblemErrorController;
import uk.muster.http.problem.Problems;

/** How the pages' chain refuses: a browser that wants a page is sent to sign in, or reads a page that says what is wrong. */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler, AuthenticationFailureHandler {

    private static final Problem SESSION_ENDED = Problem.of(
            "session-ended",
            "Your session has ended",
            403,
            "Nothing was recorded. Sign in again, then fill in the form again.");

    private static final Problem NOT_SIGNED_IN = Problem.of(
            "not-signed-in",
            "You are not signed in",
            401,
            "The sign-in was not completed, or your account has no place in Muster.");

    /** Nobody is signed in. What a script asks for is not redirected: htmx loads the page anew, and with it comes the sign-in. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException fault)
            throws IOException {
        if (Paths.isNavigation(request)) {
            response.sendRedirect(request.getContextPath() + Paths.SIGN_IN + "/" + Provider.ID);
            return;
        }
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Refresh", "true");
        }
        tell(NOT_SIGNED_IN, request, response);
    }

    /** A form without a token of its session: the session has ended since, or the form is not ours. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException fault)
            throws IOException {
        Problem problem =
                fault instanceof CsrfException ? SESSION_ENDED : Problem.forbidden("None of your roles may do this.");
        tell(problem, request, response);
    }

    /** The sign-in came to nothing. The page offers to begin anew, so that a token that is refused does not go round in circles. */
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException fault)
            throws IOException {
        boolean away = fault instanceof AuthenticationServiceException
                || fault.getCause() instanceof AuthenticationServiceException;
        tell(away ? Problems.of(new AuthenticationServiceException("")) : NOT_SIGNED_IN, request, response);
    }

    private static void tell(Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ProblemErrorController.send(problem, request, response);
    }
}
