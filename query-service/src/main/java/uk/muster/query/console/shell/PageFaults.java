package uk.muster.query.console.shell;

import com.mongodb.MongoException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;
import uk.muster.http.problem.Problem;
import uk.muster.http.problem.Problems;

/** Answers every exception of a page with a page. */
@ControllerAdvice("uk.muster.query.console")
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PageFaults {

    private static final Duration RETRY = Duration.ofSeconds(2);

    private final Pages pages;

    PageFaults(Pages pages) {
        this.pages = pages;
    }

    @ExceptionHandler(Exception.class)
    @Nullable
    ModelAndView answer(Exception fault, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (DisconnectedClientHelper.isClientDisconnectedException(fault) || response.isCommitted()) {
            return null;
        }
        Problem problem = problem(fault);
        Duration wait = problem.retryAfter();
        if (wait != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds())));
        }
        ModelAndView page = pages.bare("fault", FaultPage.of(problem));
        page.setStatus(HttpStatus.valueOf(problem.status()));
        return page;
    }

    private static Problem problem(Exception fault) {
        return switch (fault) {
            case MongoException _ -> Problem.away("The read model is away.", RETRY);
            case NonTransientDataAccessResourceException _, TransientDataAccessException _ ->
                Problem.away("The database is away.", RETRY);
            default -> Problems.of(fault);
        };
    }
}
