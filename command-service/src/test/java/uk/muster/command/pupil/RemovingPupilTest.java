package uk.muster.command.pupil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import uk.muster.command.scene.Outcome;
import uk.muster.command.scene.Scene;
import uk.muster.http.problem.ProblemException;
import uk.muster.kernel.calendar.Closure;
import uk.muster.kernel.calendar.ClosureKind;
import uk.muster.kernel.calendar.Term;
import uk.muster.kernel.event.PupilEvent.Confirmation;
import uk.muster.kernel.event.PupilEvent.PupilRemovedFromRoll;
import uk.muster.kernel.event.PupilEvent.RemovalCircumstances;
import uk.muster.kernel.event.SchoolEvent.CalendarPublished;
import uk.muster.kernel.policy.DeletionBlocker;

/** {@code POST /schools/{urn}/pupils/{pupilId}/removal}: reg 9, and the {@code deletion_blockers} of the four policies. */
class RemovingPupilTest {

    private static final CalendarPublished WHOLE_YEAR = new CalendarPublished(
            Scene.SCHOOL,
            Scene.YEAR,
            List.of(
                    new Term("Autumn", LocalDate.parse("2026-09-02"), LocalDate.parse("2026-12-18")),
                    new Term("Spring", LocalDate.parse("2027-01-04"), LocalDate.parse("2027-03-25")),
                    new Term("Summer", LocalDate.parse("2027-04-12"), LocalDate.parse("2027-07-21"))),
            List.of(new Closure(LocalDate.parse("2027-07-21"), ClosureKind.INSET, null)));

    private final PupilScene hcat = PupilScene.of("hcat").admitted();

    @Test
    void aRemovalRecordsItsLastDayItsGroundAndItsCircumstances() {
        Outcome outcome = hcat.remove(confirmed("NEW_SCHOOL_OFFERED", "NEW_SCHOOL_ACCEPTED")
                        .andThen(body -> body.put("destination", "Fern Hill")))
                .isAnswered(201);
        PupilRemovedFromRoll removed = outcome.onlyEvent(PupilRemovedFromRoll.class);
        assertThat(removed.on()).isEqualTo("2026-10-01");
        assertThat(removed.ground()).isEqualTo("a");
        assertThat(hcat.scene.person(removed.author())).isEqualTo(Scene.HEAD);
        assertThat(hcat.scene.vault().openJson(removed.circumstances(), RemovalCircumstances.class))
                .contains(new RemovalCircumstances(
                        List.of(
                                confirmation(DeletionBlocker.NEW_SCHOOL_OFFERED),
                                confirmation(DeletionBlocker.NEW_SCHOOL_ACCEPTED)),
                        "Fern Hill"));
        assertThat(outcome.body("id")).isEqualTo("900001/p1");
        assertThat(outcome.body("on")).isEqualTo("2026-10-01");
    }

    @Test
    void theLastDayIsOnRollAndTheNextIsNot() {
        hcat.removed("2026-10-01");
        assertThat(hcat.state().onRoll(LocalDate.parse("2026-10-01"))).isTrue();
        assertThat(hcat.state().groupOn(LocalDate.parse("2026-10-01"))).isPresent();
        assertThat(hcat.state().onRoll(LocalDate.parse("2026-10-02"))).isFalse();
        assertThat(hcat.state().groupOn(LocalDate.parse("2026-10-02"))).isEmpty();
    }

    @ParameterizedTest(name = "{0} wants {1}")
    @CsvSource({
        // HCAT-66, CS-44, IPAT-49; kts is silent, so the baseline holds
        "hcat, NEW_SCHOOL_OFFERED NEW_SCHOOL_ACCEPTED",
        "clore-shalom, LEAVER_FORM",
        "ipat, LA_NOTIFIED LA_CONFIRMED",
        "kts, LA_NOTIFIED"
    })
    void aMoveToANewSchoolWantsWhatThePolicyWants(String policy, String wanted) {
        PupilScene scene = PupilScene.of(policy).admitted();
        String[] kinds = wanted.split(" ");
        Outcome blocked = scene.remove(confirmed())
                .isRefused(
                        "removal-blocked",
                        422,
                        Stream.of(kinds).map(_ -> "/confirmations").toArray(String[]::new));
        for (int i = 0; i < kinds.length; i++) {
            assertThat(blocked.messages().get(i)).contains(kinds[i]);
        }
        scene.remove(confirmed(kinds)).isAnswered(201);
    }

    @Test
    void onlyWhatIsStillWantedIsNamed() {
        Outcome blocked =
                hcat.remove(confirmed("NEW_SCHOOL_OFFERED")).isRefused("removal-blocked", 422, "/confirmations");
        assertThat(blocked.problem().orElseThrow().detail())
                .contains("NEW_SCHOOL_ACCEPTED")
                .doesNotContain("NEW_SCHOOL_OFFERED");
    }

    @Test
    void confirmationsOfANewSchoolAreWantedWithGroundAOnly() {
        hcat.remove(body -> body.put("ground", "h")).isAnswered(201);
    }

    @Test
    void otherConfirmationsAreWantedWithEveryGround() {
        PupilScene.of("ipat")
                .admitted()
                .remove(body -> body.put("ground", "h"))
                .isRefused("removal-blocked", 422, "/confirmations", "/confirmations");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hcat", "kts", "clore-shalom", "ipat"})
    void nothingIsWantedWhenThePupilDied(String policy) {
        // reg 9(1)(k)
        PupilScene.of(policy).admitted().remove(body -> body.put("ground", "k")).isAnswered(201);
    }

    @Test
    void aPupilIsOnRollForAtLeastTheirStartingDay() {
        hcat.remove(body -> body.put("on", "2026-08-31").put("ground", "k")).breaksRules("/on");
        hcat.remove(body -> body.put("on", "2026-09-01").put("ground", "k")).isAnswered(201);
    }

    @Test
    void whoWasRemovedIsNotRemovedAgain() {
        hcat.removed("2026-09-04").remove(body -> body.put("ground", "k")).isRefused("conflict", 409);
    }

    @Test
    void aNewSpellIsRemovedForItself() {
        hcat.removed("2026-09-02").admitted(body -> body.put("admittedOn", "2026-09-07"));
        hcat.remove(body -> body.put("on", "2026-09-04").put("ground", "k")).breaksRules("/on");
        hcat.remove(body -> body.put("on", "2026-09-07").put("ground", "k")).isAnswered(201);
    }

    @Test
    void aRemovalEndsAMoveThatLiesAhead() {
        hcat.admitted(body -> body.put("group", "3B").put("groupFrom", "2026-11-02"))
                .removed("2026-10-01");
        assertThat(hcat.state().groups()).singleElement().satisfies(spell -> {
            assertThat(spell.group().value()).isEqualTo("3A");
            assertThat(spell.until()).isEqualTo("2026-10-01");
        });
    }

    @Test
    void aPupilNobodyKnowsIsNotThereToRemove() {
        assertThatThrownBy(() -> PupilScene.of("hcat").remove(confirmed()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(404));
    }

    @Test
    void whoeverLeavesWithTheSchoolsFinalYearNeedsNoLeaverForm() {
        // CS-44, CS-47: the summer term of the scene's school ends on Tuesday 20 July 2027
        PupilScene leaver = PupilScene.of("clore-shalom");
        leaver.scene.with(WHOLE_YEAR);
        leaver.admitted(body -> body.put("yearGroup", "6"));

        leaver.remove(body -> body.put("on", "2027-07-19").put("ground", "h"))
                .isRefused("removal-blocked", 422, "/confirmations");
        leaver.remove(body -> body.put("on", "2027-07-20").put("ground", "h")).isAnswered(201);
        leaver.remove(body -> body.put("on", "2027-08-31").put("ground", "h")).isAnswered(201);
        leaver.remove(body -> body.put("on", "2027-09-01").put("ground", "h"))
                .isRefused("removal-blocked", 422, "/confirmations");
    }

    @Test
    void othersNeedTheLeaverFormAtTheEndOfTheYearToo() {
        PupilScene younger = PupilScene.of("clore-shalom");
        younger.scene.with(WHOLE_YEAR);
        younger.admitted(body -> body.put("yearGroup", "5"));

        younger.remove(body -> body.put("on", "2027-07-20").put("ground", "h"))
                .isRefused("removal-blocked", 422, "/confirmations");
    }

    @Test
    void theEndOfAYearIsNotKnownWithoutItsSummer() {
        PupilScene leaver = PupilScene.of("clore-shalom").admitted(body -> body.put("yearGroup", "6"));

        leaver.remove(body -> body.put("on", "2027-07-20").put("ground", "h"))
                .isRefused("removal-blocked", 422, "/confirmations");
    }

    @Test
    void nothingIsConfirmedInTheFuture() {
        hcat.at("2026-08-31T09:00:00Z")
                .remove(confirmed("NEW_SCHOOL_OFFERED", "NEW_SCHOOL_ACCEPTED"))
                .breaksRules("/confirmations/0/on", "/confirmations/1/on");
    }

    @ParameterizedTest
    @ValueSource(strings = {"p", "A", "aa", "", "1"})
    void aGroundIsALetterOfTheLaw(String ground) {
        hcat.remove(body -> body.put("ground", ground)).breaksRules("/ground");
    }

    private static Consumer<ObjectNode> confirmed(String... kinds) {
        return body -> {
            ArrayNode confirmations = body.putArray("confirmations");
            for (String kind : kinds) {
                confirmations.addObject().put("kind", kind).put("on", "2026-09-01");
            }
        };
    }

    private static Confirmation confirmation(DeletionBlocker kind) {
        return new Confirmation(kind, LocalDate.parse("2026-09-01"), null);
    }

    @Test
    void whatIsMissingIsNamedWithEveryRuleThatIsBroken() {
        hcat.remove(body -> {
                    body.put("on", "2026-08-31").remove("author");
                    body.putArray("confirmations")
                            .add(body.objectNode().put("kind", "PROMISED").put("on", "2099-01-01"));
                })
                .breaksRules("/confirmations/0/kind", "/author", "/on", "/confirmations/0/on");
    }
}
