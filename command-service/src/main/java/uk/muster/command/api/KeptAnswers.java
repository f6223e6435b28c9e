package uk.muster.command.api;

import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import uk.muster.command.ledger.Answers;
import uk.muster.command.ledger.Append;
import uk.muster.command.ledger.IdempotencyRecord;
import uk.muster.command.ledger.LedgerReader;
import uk.muster.command.ledger.LedgerWriter;
import uk.muster.command.ledger.RecordedAnswer;
import uk.muster.http.problem.Problem;

/** First answers to requests with an {@code Idempotency-Key}. */
public final class KeptAnswers {

    private final LedgerReader ledger;
    private final LedgerWriter writer;
    private final InstantSource clock;

    public KeptAnswers(LedgerReader ledger, LedgerWriter writer, InstantSource clock) {
        this.ledger = ledger;
        this.writer = writer;
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

    /**
     * Keeps the answer to a request whose events are recorded one by one.
     *
     * @throws uk.muster.command.ledger.IdempotencyConflict when the same request was answered meanwhile
     * @throws uk.muster.command.ledger.LedgerAwayException when nothing can be recorded at the moment
     */
    void keep(IdempotencyRecord answer) {
        Answers.await(writer.append(new Append(List.of(), Optional.of(answer))));
    }
}
