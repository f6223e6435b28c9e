package uk.muster.command.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import uk.muster.command.axon.BusyException;
import uk.muster.command.ledger.LedgerAwayException;
import uk.muster.http.problem.Problem;
import uk.muster.http.problem.ProblemWriter;
import uk.muster.http.problem.Problems;

/** How faults of the ledger and its database read to a caller: try again, nothing is lost. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
public class CommandProblems {

    private static final Duration SOON = Duration.ofSeconds(2);

    /** The problem that an exception of a command stands for. */
    static Problem of(RuntimeException e) {
        return switch (e) {
            case LedgerAwayException away ->
                Problem.away("The ledger can't be written now. Send the same request again.", SOON);
            case DataAccessException away -> Problem.away("The database is away. Send the same request again.", SOON);
            case BusyException busy ->
                Problem.away("Too many changes to the same record at once. Send the same request again.", SOON);
            default -> Problems.of(e);
        };
    }

    @ExceptionHandler({LedgerAwayException.class, DataAccessException.class, BusyException.class})
    void answer(RuntimeException e, HttpServletResponse response) throws IOException {
        ProblemWriter.write(response, of(e));
    }
}
