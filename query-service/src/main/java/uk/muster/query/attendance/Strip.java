package uk.muster.query.attendance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.code.AttendanceCodes;
import uk.muster.kernel.code.Tally;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.pupil.PupilState;
import uk.muster.kernel.register.Entry;
import uk.muster.query.register.Register;
import uk.muster.query.school.School;

/**
 * A pupil's sessions in order, one mark each.
 *
 * <p>Which of several marks of a session is the pupil's: that of the group they were in on that day, by the spells known at the instant asked
 * for; if it has none, the one recorded last. A mark counts if the calendar known then has its session, nothing closed the school
 * unexpectedly, and the pupil was on roll that day; others are listed and count nowhere.
 */
public final class Strip {

    /**
     * One session of the strip.
     *
     * @param minutesLate for L and U, where known
     * @param counts whether it counts in the figures
     */
    public record Line(
            SessionKey session, String code, @Nullable Integer minutesLate, boolean counts) {}

    private final SortedMap<SessionKey, Candidate> marks = new TreeMap<>();
    private final School school;
    private final PupilState pupil;

    public Strip(School school, PupilState pupil) {
        this.school = school;
        this.pupil = pupil;
    }

    /** Takes the pupil's mark out of a register, if it has one. */
    public void add(Register register) {
        register.state()
                .entry(pupil.pupil())
                .ifPresent(entry ->
                        marks.merge(register.id().session(), new Candidate(register.id(), entry), this::better));
    }

    public List<Line> lines() {
        List<Line> lines = new ArrayList<>(marks.size());
        marks.forEach((session, mark) ->
                lines.add(new Line(session, mark.entry().code(), mark.entry().minutesLate(), counts(session))));
        return lines;
    }

    static Tally tally(List<Line> lines) {
        return Tally.of(() -> lines.stream()
                .filter(Line::counts)
                .map(line -> AttendanceCodes.standard().get(line.code()))
                .iterator());
    }

    private boolean counts(SessionKey session) {
        return school.calendars().countsInRates(session) && pupil.onRoll(session.date());
    }

    private Candidate better(Candidate a, Candidate b) {
        return rank(a) > rank(b)
                        || (rank(a) == rank(b)
                                && a.entry().recordedAt().isAfter(b.entry().recordedAt()))
                ? a
                : b;
    }

    private int rank(Candidate candidate) {
        RegisterId register = candidate.register();
        return pupil.groupOn(register.session().date()).equals(Optional.of(register.group())) ? 1 : 0;
    }

    private record Candidate(RegisterId register, Entry entry) {}
}
