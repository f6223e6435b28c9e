package uk.muster.command.absence;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import uk.muster.command.absence.AbsenceCommand.AbsenceStream;
import uk.muster.command.axon.AggregateCommand;
import uk.muster.command.decision.Answer;

/** Find what is due about a pupil's absence by now and record it. Looking again changes nothing. */
public record LookAgain(AbsenceStream absences) implements AggregateCommand {

    @Override
    public Object target() {
        return absences;
    }

    /**
     * What a look found to come.
     *
     * @param nextAt when to look again; empty when nothing falls due by time alone
     * @param open whether a case is open
     */
    public record Look(Optional<Instant> nextAt, boolean open) {

        /** Of a pupil of whom nothing is known. */
        public static final Look NOTHING = new Look(Optional.empty(), false);

        private static final String NEXT_AT = "nextAt";
        private static final String OPEN = "open";

        public Answer answer() {
            Map<String, Object> body = new HashMap<>();
            body.put(OPEN, open);
            nextAt.ifPresent(next -> body.put(NEXT_AT, next));
            return Answer.unchanged(body);
        }

        public static Look of(Answer answer) {
            return new Look(Optional.ofNullable((Instant) answer.body().get(NEXT_AT)), (boolean)
                    answer.body().get(OPEN));
        }
    }
}
