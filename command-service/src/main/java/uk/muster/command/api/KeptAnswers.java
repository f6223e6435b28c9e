package uk.muster.command.api;

import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Optional;
import uk.muster.command.ledger.LedgerReader;
import uk.muster.command.ledger.RecordedAnswer;
import uk.muster.http.problem.Problem;

/** First answers to requests with an {@code Idempotency-Key}, as they were committed with their events. */
public final class KeptAnswers {

    private final LedgerReader ledger;
    private final InstantSource clock;

    public KeptAnswers(LedgerReader ledger, InstantSource clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @throws uk.muster.http.problem.ProblemException 422 when the key was used with another body */
    Optional<RecordedAnswer> find(KeyedRequest request) {
        Optional<RecordedAnswer> answer = ledger.answer(request.scopeHash(), request.key(), clock.instant());
        answer.ifPresent(first -> {
            if (!MessageDigest.isEqual(first.record().bodyHash(), request.bodyHash())) {
                throw Problem.of(
                                "idempotency-key-reused",
                                "The Idempotency-Key was used for another request",
                                422,
                                "Use a new key for a new request; the same key with the same body gives the first answer again.")
                        .asException();
            }
        });
        return answer;
    }
}
