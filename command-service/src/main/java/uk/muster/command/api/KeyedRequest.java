package uk.muster.command.api;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import uk.muster.command.ledger.IdempotencyRecord;
import uk.muster.http.body.Body;
import uk.muster.http.identity.Caller;
import uk.muster.http.problem.Problem;

/**
 * A request that carries an {@code Idempotency-Key}: 1 to 255 visible ASCII characters, unique to the caller and the path.
 *
 * @param scopeHash SHA-256 of the caller's subject and the path
 * @param bodyHash SHA-256 of the body, byte for byte
 */
@SuppressWarnings("ArrayRecordComponent") // hashes on their way to the database, compared there
record KeyedRequest(byte[] scopeHash, String key, byte[] bodyHash) {

    static final String HEADER = "Idempotency-Key";
    private static final int LONGEST = 255;

    /** @throws uk.muster.http.problem.ProblemException 400 when the key is not 1 to 255 visible ASCII characters */
    static Optional<KeyedRequest> of(HttpServletRequest request, Caller caller, Body body) {
        return of(request, caller, body.bytes());
    }

    /** The same of a body that is no JSON. */
    static Optional<KeyedRequest> of(HttpServletRequest request, Caller caller, byte[] body) {
        String key = request.getHeader(HEADER);
        if (key == null) {
            return Optional.empty();
        }
        if (key.isEmpty() || key.length() > LONGEST || key.chars().anyMatch(c -> c < '!' || c > '~')) {
            throw Problem.malformed("An Idempotency-Key has 1 to 255 visible ASCII characters.")
                    .asException();
        }
        byte[] scope = (caller.subject() + "\n" + request.getRequestURI()).getBytes(StandardCharsets.UTF_8);
        return Optional.of(new KeyedRequest(sha256(scope), key, sha256(body)));
    }

    /** The answer to this request, to be kept. */
    IdempotencyRecord answered(int status, byte[] answer) {
        return new IdempotencyRecord(scopeHash, key, bodyHash, status, answer);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
