package uk.muster.query.console.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.csrf.CsrfException;
import uk.muster.http.problem.Problem;
import uk.muster.http.problem.ProblemErrorController;
import uk.muster.http.problem.Problems;

/** How the pages' chain refuses: a browser that wants a page is sent to sign in, or reads a page that says what is wrong. */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler, AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

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
        tell(SignInProblems.NOT_SIGNED_IN, request, response);
    }

    /** A form without a token of its session: the session has ended since, or the form is not ours. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException fault)
            throws IOException {
        Problem problem = fault instanceof CsrfException
                ? SignInProblems.SESSION_ENDED
                : Problem.forbidden("None of your roles may do this.");
        tell(problem, request, response);
    }

    /** The sign-in came to nothing. The page offers to begin anew, so that a token that is refused does not go round in circles. */
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException fault)
            throws IOException {
        LOG.warn("A sign-in came to nothing: {}.", code(fault));
        boolean away = fault instanceof AuthenticationServiceException
                || fault.getCause() instanceof AuthenticationServiceException;
        tell(
                away ? Problems.of(new AuthenticationServiceException("")) : SignInProblems.NOT_SIGNED_IN,
                request,
                response);
    }

    /** What the provider or the check of its answer says in one word; messages may hold more than a log should. */
    private static String code(AuthenticationException fault) {
        return fault instanceof OAuth2AuthenticationException refused
                ? refused.getError().getErrorCode()
                : fault.getClass().getSimpleName();
    }

    private static void tell(Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ProblemErrorController.send(problem, request, response);
    }
}
