package uk.muster.command.school;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.muster.command.scene.Outcome;
import uk.muster.command.scene.Scene;
import uk.muster.command.school.SchoolCommand.DeclareClosure;
import uk.muster.http.body.Body;
import uk.muster.kernel.calendar.Closure;
import uk.muster.kernel.calendar.ClosureKind;
import uk.muster.kernel.calendar.SchoolCalendars;
import uk.muster.kernel.calendar.UnplannedClosure.Extent;
import uk.muster.kernel.event.MusterEvent;
import uk.muster.kernel.event.SchoolEvent.UnplannedClosureDeclared;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;

/** {@code POST /schools/{urn}/unplanned-closures}: snow and burst pipes (codes Y3 and Y4). */
class DeclaringClosureTest {

    private static final LocalDate THURSDAY = LocalDate.parse("2026-11-19");

    private final Scene scene = Scene.of("hcat");
    private final List<MusterEvent> declared = new ArrayList<>();

    private Outcome declare(LocalDate date, @Nullable SessionHalf half) {
        return declare(date, half, Extent.WHOLE);
    }

    private Outcome declare(LocalDate date, @Nullable SessionHalf half, Extent extent) {
        List<MusterEvent> facts = new ArrayList<>(scene.schoolFacts());
        facts.addAll(declared);
        return scene.when(
                SchoolAggregate.class,
                facts,
                new DeclareClosure(Scene.SCHOOL, date, Optional.ofNullable(half), extent, "Snow", Scene.HEAD));
    }

    private void isDeclared(LocalDate date, @Nullable SessionHalf half, Extent extent) {
        declared.addAll(declare(date, half, extent).isAnswered(201).events());
    }

    private SchoolCalendars calendars() {
        declared.forEach(scene::with);
        return scene.schools().find(Scene.SCHOOL).orElseThrow().calendars();
    }

    @Test
    void aClosureSaysWhyAndWhoDeclaredIt() {
        Outcome outcome = declare(THURSDAY, SessionHalf.PM).isAnswered(201);
        UnplannedClosureDeclared closure = outcome.onlyEvent(UnplannedClosureDeclared.class);
        assertThat(closure.date()).isEqualTo(THURSDAY);
        assertThat(closure.session()).isEqualTo(SessionHalf.PM);
        assertThat(closure.extent()).isEqualTo(Extent.WHOLE);
        assertThat(scene.open(closure.reason())).isEqualTo("Snow");
        assertThat(scene.person(closure.author())).isEqualTo(Scene.HEAD);
        assertThat(outcome.body("id")).isEqualTo(closure.closureId().toString());
    }

    @Test
    void theSessionsCountInNoRateAndRegistersOfThemAreStillAccepted() {
        isDeclared(THURSDAY, null, Extent.WHOLE);
        SchoolCalendars calendars = calendars();
        SessionKey morning = new SessionKey(THURSDAY, SessionHalf.AM);
        assertThat(calendars.countsInRates(morning)).isFalse();
        assertThat(calendars.isOpen(morning)).isTrue();
        assertThat(calendars.isSchoolDay(THURSDAY)).as("G-03").isFalse();
    }

    @Test
    void aSchoolThatWasPartlyOpenHadASchoolDay() {
        isDeclared(THURSDAY, null, Extent.PART);
        assertThat(calendars().isSchoolDay(THURSDAY)).isTrue();
    }

    @Test
    void theSameSessionIsClosedOnce() {
        isDeclared(THURSDAY, SessionHalf.AM, Extent.WHOLE);
        declare(THURSDAY, SessionHalf.AM).isRefused("conflict", 409);
        declare(THURSDAY, null).isRefused("conflict", 409);
        declare(THURSDAY, SessionHalf.PM).isAnswered(201);
    }

    @Test
    void aClosedDayHasNoSessionLeftToClose() {
        isDeclared(THURSDAY, null, Extent.PART);
        declare(THURSDAY, SessionHalf.PM).isRefused("conflict", 409);
    }

    @Test
    void aDayWithoutSessionsCannotBeClosed() {
        declare(LocalDate.parse("2026-11-21"), null).breaksRules("/date");
        declare(LocalDate.parse("2026-10-20"), null).breaksRules("/date");
    }

    @Test
    void aSessionThatIsNoneCannotBeClosed() {
        closedBeforehand(SessionHalf.PM);
        declare(THURSDAY, SessionHalf.PM).breaksRules("/session");
    }

    @Test
    void aDayWithOneSessionLeftCanBeClosed() {
        closedBeforehand(SessionHalf.PM);
        declare(THURSDAY, null).isAnswered(201);
    }

    @Test
    void aSchoolNobodyKnowsClosesNothing() {
        scene.when(
                        SchoolAggregate.class,
                        new DeclareClosure(Scene.SCHOOL, THURSDAY, Optional.empty(), Extent.WHOLE, "Snow", Scene.HEAD))
                .isRefused("unknown", 404);
    }

    private void closedBeforehand(SessionHalf half) {
        scene.with(Scene.calendar(new Closure(THURSDAY, ClosureKind.OCCASIONAL, half)));
    }

    @Test
    void whatIsMissingIsNamedWithASessionThatIsNone() {
        Body body = Body.parse("{\"date\":\"2026-11-21\",\"code\":\"Y4\"}".getBytes(StandardCharsets.UTF_8));
        scene.when(SchoolAggregate.class, scene.schoolFacts(), SchoolRequests.declaring(Scene.SCHOOL, body))
                .breaksRules("/reason", "/author", "/date");
    }
}
