package uk.muster.benchmarks.firstday;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.event.FollowUpEvent.FollowUpDue;
import uk.muster.kernel.event.FollowUpEvent.UnexplainedAbsenceOpened;
import uk.muster.kernel.event.MusterEvent;
import uk.muster.kernel.event.RegisterEvent.RegisterTaken;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;

/** What the ledger holds of each pupil: how many cases, calls and visits, and how late each of these fell due. */
final class Cases implements LedgerTail.Reader {

    private static final String CALL = "d1-call";
    private static final String VISIT = "d1-visit";

    private final Map<PupilNumber, OfPupil> pupils = new HashMap<>();
    private final Steps calls;
    private final Steps visits;
    private @Nullable Instant firstRegister;
    private @Nullable Instant lastOpened;
    private int opened;

    private static final class OfPupil {
        private final Urn urn;
        private int cases;
        private int calls;
        private int visits;

        private OfPupil(Urn urn) {
            this.urn = urn;
        }
    }

    /** The tasks of one step, which all fall due at one instant. */
    static final class Steps {
        private final Instant due;
        private final Histogram lateMicros = new Histogram(3);
        private Instant last;
        private int early;

        private Steps(Instant due) {
            this.due = due;
            this.last = due;
        }

        private void record(Instant recordedAt) {
            if (recordedAt.isBefore(due)) {
                early++;
                return;
            }
            lateMicros.recordValue(Duration.between(due, recordedAt).toNanos() / 1000);
            last = recordedAt;
        }

        int count() {
            return (int) lateMicros.getTotalCount() + early;
        }

        /** Recorded before they were due, which none may be. */
        int early() {
            return early;
        }

        /** From the instant at which they were due to their recorded instants, in microseconds. */
        Histogram lateMicros() {
            return lateMicros;
        }

        double perSecond() {
            return count() / seconds(due, last);
        }
    }

    /**
     * @param calls when every call falls due
     * @param visits when every visit falls due
     */
    Cases(Instant calls, Instant visits) {
        this.calls = new Steps(calls);
        this.visits = new Steps(visits);
    }

    @Override
    public void read(MusterEvent event, Instant recordedAt) {
        switch (event) {
            case RegisterTaken _ -> firstRegister = firstRegister == null ? recordedAt : firstRegister;
            case UnexplainedAbsenceOpened e -> {
                opened++;
                lastOpened = recordedAt;
                pupil(e.pupil(), e.urn()).cases++;
            }
            case FollowUpDue e
            when e.step().equals(CALL) -> {
                calls.record(recordedAt);
                pupil(e.pupil(), e.urn()).calls++;
            }
            case FollowUpDue e
            when e.step().equals(VISIT) -> {
                visits.record(recordedAt);
                pupil(e.pupil(), e.urn()).visits++;
            }
            default -> {}
        }
    }

    private OfPupil pupil(PupilNumber number, Urn urn) {
        return pupils.computeIfAbsent(number, _ -> new OfPupil(urn));
    }

    int opened() {
        return opened;
    }

    Steps calls() {
        return calls;
    }

    Steps visits() {
        return visits;
    }

    /** From the first register to the last case, as both are recorded. */
    double secondsToOpen() {
        return firstRegister == null || lastOpened == null ? 0 : seconds(firstRegister, lastOpened);
    }

    /**
     * What was to be against what is there; the ledger names pupils by random numbers, so that what is lost shows school by school.
     *
     * @param lost cases, calls and visits that are missing
     * @param twice cases, calls and visits beyond the one of a pupil
     * @param strange pupils beyond those who are unexplained
     * @param early calls and visits recorded before they were due
     */
    record Comparison(int expected, int cases, int calls, int visits, int lost, int twice, int strange, int early) {

        boolean isWhole() {
            return lost + twice + strange + early == 0;
        }
    }

    Comparison compare(FirstDaySchools schools) {
        int expected = FirstDaySchools.UNEXPLAINED_OF_A_SCHOOL;
        Map<Urn, Integer> found = new HashMap<>();
        pupils.values().forEach(each -> found.merge(each.urn, 1, Integer::sum));
        int lost = 0;
        int strange = 0;
        for (var school : schools.schools()) {
            int there = found.getOrDefault(school.urn(), 0);
            lost += 3 * Math.max(0, expected - there);
            strange += Math.max(0, there - expected);
        }
        int twice = 0;
        for (OfPupil each : pupils.values()) {
            for (int count : new int[] {each.cases, each.calls, each.visits}) {
                lost += count == 0 ? 1 : 0;
                twice += Math.max(0, count - 1);
            }
        }
        return new Comparison(
                schools.unexplained(),
                count(each -> each.cases),
                count(each -> each.calls),
                count(each -> each.visits),
                lost,
                twice,
                strange,
                calls.early() + visits.early());
    }

    private int count(ToIntFunction<OfPupil> what) {
        return pupils.values().stream().mapToInt(what).sum();
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }
}
