package uk.muster.query;

import com.mongodb.MongoException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import uk.muster.http.problem.Problem;
import uk.muster.http.problem.ProblemWriter;

/** A store that does not answer is 503 and mends itself. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StoresAway {

    private static final Duration RETRY = Duration.ofSeconds(2);

    @ExceptionHandler(MongoException.class)
    void documentStore(HttpServletResponse response) throws IOException {
        ProblemWriter.write(response, Problem.away("The document store is away.", RETRY));
    }

    @ExceptionHandler({NonTransientDataAccessResourceException.class, TransientDataAccessException.class})
    void database(HttpServletResponse response) throws IOException {
        ProblemWriter.write(response, Problem.away("The database is away.", RETRY));
    }
}
