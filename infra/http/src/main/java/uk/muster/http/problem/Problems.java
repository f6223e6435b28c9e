package uk.muster.http.problem;

import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * From an exception or a bare status to a problem. Messages of exceptions can repeat what was sent, so none of them gets into an answer or a
 * log line.
 */
public final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final Duration SHORTLY = Duration.ofSeconds(5);

    private Problems() {}

    public static Problem of(Throwable fault) {
        return switch (fault) {
            case ProblemException refusal -> refusal.problem();
            case TypeMismatchException mismatch -> ofMismatch(mismatch);
            case HttpMessageNotReadableException _ -> Problem.malformed("The body cannot be read.");
            case MissingServletRequestParameterException missing ->
                Problem.malformed("The parameter " + missing.getParameterName() + " is required.");
            case MissingRequestHeaderException missing ->
                Problem.malformed("The header " + missing.getHeaderName() + " is required.");
            case AuthenticationServiceException _ ->
                Problem.away("The keys of the identity provider cannot be had.", SHORTLY);
            case ErrorResponse refusal -> ofStatus(refusal.getStatusCode().value());
            default -> unforeseen(fault);
        };
    }

    /** What the framework or the container refuses by status alone. */
    static Problem ofStatus(int status) {
        return switch (status) {
            case 400 -> Problem.malformed("The request is not well formed.");
            case 401 -> Problem.unauthenticated();
            case 403 -> Problem.forbidden("None of the caller's roles may do this.");
            case 404 -> Problem.unknown("There is nothing at this path.");
            case 405 ->
                Problem.of("method-not-allowed", "The method is not allowed", 405, "See Allow for those that are.");
            case 406 -> Problem.of("not-acceptable", "No such representation", 406, "Accept application/json.");
            case 413 -> Problem.tooLarge("The request is larger than is allowed.");
            case 415 ->
                Problem.of("unsupported-media-type", "The body's type is not known", 415, "Send application/json.");
            case 503 -> Problem.away("The service cannot answer now.", SHORTLY);
            default ->
                status < 500
                        ? Problem.of("refused", "The request is refused", status, "The request cannot be answered.")
                        : Problem.of("fault", "Something went wrong here", status, "The service could not answer.");
        };
    }

    /** A path variable, parameter or header that does not read as what it names; a refusal of its own parser is kept. */
    private static Problem ofMismatch(TypeMismatchException mismatch) {
        for (Throwable cause = mismatch.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException refusal) {
                return refusal.problem();
            }
        }
        String name = mismatch instanceof MethodArgumentTypeMismatchException argument ? argument.getName() : "A value";
        return Problem.malformed(name + " in the path, query or headers is not of the form that is wanted.");
    }

    private static Problem unforeseen(Throwable fault) {
        String correlation = UUID.randomUUID().toString();
        LOG.error("Unforeseen fault {}: {}", correlation, Traces.withoutMessages(fault));
        return Problem.of(
                        "fault",
                        "Something went wrong here",
                        500,
                        "The service could not answer; its log says more under this correlation.")
                .with("correlation", correlation);
    }
}
