package uk.muster.http.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.util.DisconnectedClientHelper;

/** Answers every exception of a controller as a problem. A service may answer its own before: this advice comes last. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
public class ProblemAdvice {

    @ExceptionHandler(Exception.class)
    public void answer(Exception fault, HttpServletResponse response) throws IOException {
        if (DisconnectedClientHelper.isClientDisconnectedException(fault)) {
            return;
        }
        if (fault instanceof ErrorResponse refusal) {
            refusal.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        }
        ProblemWriter.write(response, Problems.of(fault));
    }
}
