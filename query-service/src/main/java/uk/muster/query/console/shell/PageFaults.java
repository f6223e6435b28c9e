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
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.DisconnectedClientHelper;
import uk.muster.http.problem.Problem;
import uk.muster.http.problem.ProblemWriter;
import uk.muster.http.problem.Problems;

/** Answers what goes wrong on a page, or where no page is, with a page. */
final class PageFaults {

    private static final Duration RETRY = Duration.ofSeconds(2);

    private PageFaults() {}

    /** Every exception of a page's controller. */
    @ControllerAdvice("uk.muster.query.console")
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static final class OfPages {

        private final FaultPages pages;

        OfPages(FaultPages pages) {
            this.pages = pages;
        }

        @ExceptionHandler(Exception.class)
        @Nullable
        ModelAndView answer(Exception fault, HttpServletResponse response) {
            if (DisconnectedClientHelper.isClientDisconnectedException(fault) || response.isCommitted()) {
                return null;
            }
            return pages.page(problem(fault), response);
        }
    }

    /** A path at which there is nothing. */
    @ControllerAdvice
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static final class OfNothing {

        private final FaultPages pages;

        OfNothing(FaultPages pages) {
            this.pages = pages;
        }

        @ExceptionHandler({NoHandlerFoundException.class, NoResourceFoundException.class})
        @Nullable
        ModelAndView answer(Exception fault, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            Problem problem = Problems.of(fault);
            if (pages.liesAt(request.getRequestURI())) {
                return pages.page(problem, response);
            }
            ProblemWriter.write(response, problem);
            return null;
        }
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
