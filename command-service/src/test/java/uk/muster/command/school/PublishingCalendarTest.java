package uk.muster.command.school;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.muster.command.scene.Outcome;
import uk.muster.command.scene.Scene;
import uk.muster.command.school.SchoolCommand.PublishCalendar;
import uk.muster.kernel.calendar.Closure;
import uk.muster.kernel.calendar.ClosureKind;
import uk.muster.kernel.calendar.SchoolCalendar;
import uk.muster.kernel.calendar.Term;
import uk.muster.kernel.event.SchoolEvent.CalendarPublished;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;

/** {@code PUT /schools/{urn}/calendars/{academicYear}}: a year, published and published again. */
class PublishingCalendarTest {

    private static final Term AUTUMN_1 = term("Autumn 1", "2026-09-02", "2026-10-16");
    private static final Term AUTUMN_2 = term("Autumn 2", "2026-10-26", "2026-12-18");

    private final Scene scene = Scene.of("hcat");

    /** On a school that has published nothing yet. */
    private Outcome first(List<Term> terms, Closure... closures) {
        return scene.when(
                SchoolAggregate.class,
                scene.schoolFacts().subList(0, 2),
                new PublishCalendar(Scene.SCHOOL, new SchoolCalendar(Scene.YEAR, terms, List.of(closures))));
    }

    /** On a school that has published the scene's calendar. */
    private Outcome again(Closure... closures) {
        return scene.when(
                SchoolAggregate.class,
                scene.schoolFacts(),
                new PublishCalendar(Scene.SCHOOL, Scene.published(Scene.calendar(closures))));
    }

    @Test
    void aYearIsPublished() {
        Outcome outcome = first(List.of(AUTUMN_1, AUTUMN_2)).isAnswered(201);
        assertThat(outcome.onlyEvent(CalendarPublished.class))
                .isEqualTo(new CalendarPublished(Scene.SCHOOL, Scene.YEAR, List.of(AUTUMN_1, AUTUMN_2), List.of()));
        assertThat(outcome.body("id")).isEqualTo("900001/2026-27");
    }

    @Test
    void theSameYearAgainRecordsNothing() {
        again().recordsNothing(200);
    }

    @Test
    void aChangedYearIsPublishedAnew() {
        again(closure("2026-09-11", null)).isAnswered(200).onlyEvent(CalendarPublished.class);
    }

    @Test
    void anotherTotalThan380SessionsIsWarnedOf() {
        assertThat(warnings(first(List.of(AUTUMN_1, AUTUMN_2)).isAnswered(201)))
                .anySatisfy(warning -> assertThat(warning).contains("146 sessions", "380"));
    }

    @Test
    void aChangeUnderMarksIsWarnedOfAndTheMarksAreKept() {
        scene.withMarksIn(session("2026-09-11", SessionHalf.PM)).withMarksIn(session("2026-09-10", SessionHalf.AM));
        Outcome outcome = again(closure("2026-09-11", null)).isAnswered(200);
        assertThat(warnings(outcome))
                .filteredOn(warning -> warning.startsWith("Marks are recorded"))
                .singleElement()
                .asString()
                .contains("2026-09-11 PM", "kept");
        outcome.onlyEvent(CalendarPublished.class);
    }

    @Test
    void aChangeOfTheOtherSessionIsNoChangeUnderMarks() {
        scene.withMarksIn(session("2026-09-11", SessionHalf.PM));
        assertThat(warnings(again(closure("2026-09-11", SessionHalf.AM)).isAnswered(200)))
                .noneMatch(warning -> warning.startsWith("Marks are recorded"));
    }

    @Test
    void halfTermsThatOverlapAreRefused() {
        first(List.of(AUTUMN_1, term("Autumn 2", "2026-10-16", "2026-12-18"))).breaksRules("/terms/1/from");
    }

    @Test
    void halfTermsOutOfOrderAreRefused() {
        first(List.of(AUTUMN_2, AUTUMN_1)).breaksRules("/terms/1/from");
    }

    @Test
    void aHalfTermThatEndsBeforeItBeginsIsRefused() {
        first(List.of(term("Autumn 1", "2026-10-16", "2026-09-02"))).breaksRules("/terms/0/to");
    }

    @Test
    void aHalfTermOfAnotherYearIsRefused() {
        first(List.of(term("Summer", "2026-07-30", "2026-07-31"))).breaksRules("/terms/0/from", "/terms/0/to");
    }

    @Test
    void aClosureOutsideEveryHalfTermIsRefused() {
        first(List.of(AUTUMN_1, AUTUMN_2), closure("2026-10-20", null)).breaksRules("/closures/0/date");
    }

    @Test
    void aClosureAtAWeekendIsRefused() {
        first(List.of(AUTUMN_1), closure("2026-09-12", null)).breaksRules("/closures/0/date");
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        first(
                        List.of(AUTUMN_2, AUTUMN_1),
                        closure("2026-09-11", null),
                        closure("2026-09-12", null),
                        closure("2027-01-20", null))
                .breaksRules("/terms/1/from", "/closures/1/date", "/closures/2/date");
    }

    @Test
    void aSchoolNobodyKnowsPublishesNothing() {
        scene.when(SchoolAggregate.class, new PublishCalendar(Scene.SCHOOL, Scene.published(Scene.calendar())))
                .isRefused("unknown", 404);
    }

    @SuppressWarnings("unchecked") // the answer's body is for the wire
    private static List<String> warnings(Outcome outcome) {
        return (List<String>) outcome.body("warnings");
    }

    private static Term term(String name, String from, String to) {
        return new Term(name, LocalDate.parse(from), LocalDate.parse(to));
    }

    private static Closure closure(String date, @Nullable SessionHalf half) {
        return new Closure(LocalDate.parse(date), ClosureKind.PLANNED, half);
    }

    private static SessionKey session(String date, SessionHalf half) {
        return new SessionKey(LocalDate.parse(date), half);
    }
}
