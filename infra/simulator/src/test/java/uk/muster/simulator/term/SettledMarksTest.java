package uk.muster.simulator.term;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.muster.kernel.identity.SessionHalf.AM;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.calendar.SchoolCalendars;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.Person;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.identity.Urn;
import uk.muster.simulator.school.PublishedCalendars;

/** What an N becomes when nobody explains it, and when somebody does. */
class SettledMarksTest {

    private static final Urn SCHOOL = new Urn(900_001);
    private static final PupilId PUPIL = new PupilId("p1");
    private static final LocalDate THURSDAY = LocalDate.of(2026, 10, 22);
    private static final SchoolCalendars CALENDARS =
            SchoolCalendars.of(List.of(PublishedCalendars.SHADE_2026), List.of());

    private final SettledMarks marks = new SettledMarks();

    /** Friday, the half term, and Monday to Thursday of the week after it. */
    @Test
    void anNBecomesOAtTheEndOfTheFifthSchoolDayAfterIt() {
        take(THURSDAY);
        LocalDate fifth = LocalDate.of(2026, 11, 5);

        marks.passDeadlines(SCHOOL, CALENDARS, London.endOf(fifth).minusSeconds(1));
        assertThat(marks.counts(SCHOOL)).containsOnlyKeys("N");

        marks.passDeadlines(SCHOOL, CALENDARS, London.endOf(fifth));
        assertThat(marks.counts(SCHOOL)).containsOnlyKeys("O");
    }

    @Test
    void aDecisionSettlesEveryNOfItsRangeAndNoOther() {
        take(THURSDAY);
        take(THURSDAY.plusDays(1));

        marks.decide(SCHOOL, PUPIL, session(THURSDAY), session(THURSDAY), "I");

        assertThat(marks.counts(SCHOOL)).containsEntry("I", 1).containsEntry("N", 1);
    }

    private void take(LocalDate date) {
        Instant at = London.at(date, LocalTime.of(9, 0));
        marks.apply(new Action.TakeRegister(
                at,
                new RegisterId(SCHOOL, session(date), new GroupId("3-Willow")),
                new Person("t-1", "R. Invented", "Class teacher"),
                List.of(new Mark(PUPIL, "N", null, null))));
    }

    private static SessionKey session(LocalDate date) {
        return new SessionKey(date, AM);
    }
}
