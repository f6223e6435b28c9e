package uk.muster.command.absence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.muster.command.absence.AbsentMarks.AbsentMark;
import uk.muster.command.absence.AbsentMarks.Question;
import uk.muster.command.absence.AbsentMarks.Seen;
import uk.muster.command.ledger.TestDatabase;
import uk.muster.kernel.absence.AbsentTotals;
import uk.muster.kernel.absence.AbsentTotals.Since;
import uk.muster.kernel.absence.AbsentTotals.Unauthorised;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;

class AbsentMarksTest {

    private static final LocalDate YEAR = LocalDate.parse("2026-09-01");
    private static final LocalDate LATELY = LocalDate.parse("2026-11-02");
    private static final LocalDate LATENESS = LocalDate.parse("2026-10-26");
    private static final LocalDate PENALTIES = LocalDate.parse("2026-07-01");
    private static final Since SINCE = new Since(YEAR, LATELY, LATENESS, PENALTIES);

    private static AbsentMarks marks;
    private static int pupils;

    private final PupilNumber pupil = new PupilNumber("%020d".formatted(++pupils));
    private final PupilNumber other = new PupilNumber("%020d".formatted(++pupils));
    private long position;

    @BeforeAll
    static void open() {
        marks = new AbsentMarks(new JdbcTemplate(TestDatabase.create().as("muster_command")));
    }

    @Test
    void sessionsAreCountedByKindSinceTheDaysOfEach() {
        marks.write(List.of(
                seen(pupil, "2026-06-30", "G"),
                seen(pupil, "2026-07-01", "G"),
                seen(pupil, "2026-09-01", "N"),
                seen(pupil, "2026-10-23", "L"),
                seen(pupil, "2026-10-26", "U"),
                seen(pupil, "2026-11-02", "O"),
                seen(pupil, "2026-11-03", "I"),
                seen(other, "2026-10-01", "I")));

        assertThat(marks.count(Map.of(pupil, SINCE, other, SINCE)))
                .isEqualTo(Map.of(
                        pupil, new AbsentTotals(3, 1, 1, 1, 1, 1, new Unauthorised(1, 1, 1, 1)),
                        other, new AbsentTotals(0, 0, 0, 1, 0, 0, new Unauthorised(0, 0, 0, 0))));
    }

    @Test
    void whoHasNoneIsNotThere() {
        marks.write(List.of(seen(other, "2026-06-30", "G")));

        assertThat(marks.count(Map.of(pupil, SINCE, other, SINCE))).isEmpty();
        assertThat(marks.of(List.of(new Question(pupil, YEAR), new Question(other, YEAR))))
                .isEmpty();
    }

    @Test
    void marksSinceADayAreFoundAndEveryUnexplainedOneWheneverItWas() {
        Seen old = seen(pupil, "2026-06-30", "N");
        Seen excused = seen(pupil, "2026-09-02", "I");
        marks.write(List.of(old, seen(pupil, "2026-07-01", "G"), excused, seen(other, "2026-09-02", "I")));
        Question question = new Question(pupil, YEAR);

        assertThat(marks.of(List.of(question)).get(question)).containsExactlyInAnyOrder(old.mark(), excused.mark());
    }

    @Test
    void whatWasWrittenBeforeOrIsOlderChangesNothingAndAnotherCodeDoes() {
        Seen unexplained = seen(pupil, "2026-09-02", "N");
        Seen excused = seen(pupil, "2026-09-02", "I");
        marks.write(List.of(unexplained, excused));
        marks.write(List.of(unexplained));
        Question question = new Question(pupil, YEAR);

        assertThat(marks.of(List.of(question)).get(question)).containsExactly(excused.mark());
    }

    private Seen seen(PupilNumber pupil, String date, String code) {
        SessionKey session = new SessionKey(LocalDate.parse(date), SessionHalf.AM);
        Instant at = Instant.parse("2026-09-02T08:00:00.123457Z").plusSeconds(++position);
        return new Seen(pupil, new AbsentMark(session, new GroupId("4-A"), code, at), position);
    }
}
