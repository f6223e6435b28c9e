package uk.muster.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.muster.kernel.identity.SessionHalf.AM;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.code.CodeRules;
import uk.muster.kernel.code.CompulsoryAge;
import uk.muster.kernel.code.Marking;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.identity.Upn;
import uk.muster.kernel.policy.Activation;
import uk.muster.kernel.policy.EffectivePolicy;
import uk.muster.kernel.policy.Profiles;
import uk.muster.simulator.http.Bodies;
import uk.muster.simulator.school.Pupil;
import uk.muster.simulator.school.RollEntry;
import uk.muster.simulator.school.SchoolDays;
import uk.muster.simulator.school.SchoolPlan;
import uk.muster.simulator.term.Action;
import uk.muster.simulator.term.Mark;
import uk.muster.simulator.term.SchoolTerm;

/** What the demo's schools send, judged by the law in the kernel and by the profiles with the schools' own overlays. */
class DemoTermTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 18);
    private static final List<SchoolTerm> TERMS = DemoTerms.draw(TODAY, 1);

    @Test
    void beforeTheYearBeginsTheDemoSaysFromWhenItCanBeRun() {
        assertThatThrownBy(() -> DemoTerms.draw(LocalDate.parse("2025-08-20"), 2026))
                .isInstanceOf(DemoMismatch.class)
                .hasMessageContaining("run it from 2025-09-");
    }

    @Test
    void theSameSeedGivesTheSameTerm() {
        assertThat(DemoTerms.draw(TODAY, 1)).isEqualTo(TERMS);
        assertThat(DemoTerms.draw(TODAY, 2)).isNotEqualTo(TERMS);
    }

    @Test
    void aTermOnlyGrowsFromDayToDay() {
        assertThat(DemoTerms.draw(TODAY.minusDays(40), 1)).isEqualTo(TERMS);
    }

    @Test
    void aboutNineHundredPupilsAreOnRoll() {
        assertThat(TERMS.stream().mapToInt(t -> t.roll().size()).sum()).isBetween(880, 930);
    }

    @Test
    void everyProfileTakesItsSchoolsOverlay() {
        assertThat(TERMS).allSatisfy(term -> assertThat(policy(term.plan())).isNotNull());
        assertThat(TERMS.stream().map(t -> t.plan().policy().profile()))
                .containsExactlyInAnyOrder("hcat", "kts", "clore-shalom", "ipat");
    }

    @Test
    void everyMarkMayBeRecorded() {
        for (SchoolTerm term : TERMS) {
            EffectivePolicy policy = policy(term.plan());
            Map<PupilId, Pupil> pupils = pupils(term);
            for (Action action : term.actions()) {
                switch (action) {
                    case Action.TakeRegister taken ->
                        taken.marks()
                                .forEach(mark -> assertMayBeRecorded(
                                        policy,
                                        pupils.get(mark.pupil()),
                                        taken.register(),
                                        mark.code(),
                                        mark.minutesLate(),
                                        mark.detail()));
                    case Action.Amend amend ->
                        assertMayBeRecorded(
                                policy,
                                pupils.get(amend.pupil()),
                                amend.register(),
                                amend.to(),
                                amend.minutesLate(),
                                amend.detail());
                    case Action.SignIn _, Action.Admit _, Action.MoveGroup _, Action.Remove _ -> {}
                }
            }
        }
    }

    @Test
    void whoeverSignsInGetsTheCodeOfTheSchoolsTimes() {
        for (SchoolTerm term : TERMS) {
            EffectivePolicy policy = policy(term.plan());
            actions(term, Action.SignIn.class)
                    .forEach(in -> assertThat(policy.arrivals()
                                    .at(
                                            in.register().session().half(),
                                            in.at().atZone(London.ZONE).toLocalTime())
                                    .symbol())
                            .isEqualTo(in.code()));
        }
    }

    @Test
    void everyPupilOnRollIsInEveryRegisterOfTheirClassOnce() {
        for (SchoolTerm term : TERMS) {
            Map<RegisterId, List<PupilId>> marked = new HashMap<>();
            actions(term, Action.TakeRegister.class)
                    .forEach(taken -> marked.put(
                            taken.register(),
                            new ArrayList<>(
                                    taken.marks().stream().map(Mark::pupil).toList())));
            actions(term, Action.SignIn.class).stream()
                    .filter(in -> !marked.get(in.register()).contains(in.pupil()))
                    .forEach(in -> marked.get(in.register()).add(in.pupil()));
            marked.forEach((register, pupils) -> {
                LocalDate date = register.session().date();
                assertThat(pupils)
                        .containsExactlyInAnyOrderElementsOf(term.roll().stream()
                                .filter(e -> e.isOnRoll(date) && e.groupOn(date).equals(register.group()))
                                .map(e -> e.pupil().id())
                                .toList());
            });
        }
    }

    /** The session's own day is not counted. */
    @Test
    void anNIsSettledByTheFifthSchoolDayAfterIt() {
        for (SchoolTerm term : TERMS) {
            List<LocalDate> days = SchoolDays.of(term.plan().calendar());
            actions(term, Action.Amend.class).stream()
                    .filter(amend -> amend.from().equals("N"))
                    .forEach(amend -> assertThat(days.indexOf(
                                            amend.at().atZone(London.ZONE).toLocalDate())
                                    - days.indexOf(amend.register().session().date()))
                            .isBetween(0, 5));
        }
    }

    /** KTS tells the parent before an illness is unauthorised, which the demo never does. */
    @Test
    void noIllnessBecomesUnauthorised() {
        for (SchoolTerm term : TERMS) {
            assertThat(actions(term, Action.Amend.class))
                    .noneMatch(amend -> amend.from().equals("I") && amend.to().equals("O"));
        }
    }

    @Test
    void eachAmendmentReplacesTheCodeThatStands() {
        for (SchoolTerm term : TERMS) {
            Map<RegisterId, Map<PupilId, String>> standing = new HashMap<>();
            for (Action action : term.actions()) {
                switch (action) {
                    case Action.TakeRegister taken ->
                        standing.put(
                                taken.register(),
                                taken.marks().stream().collect(Collectors.toMap(Mark::pupil, Mark::code)));
                    case Action.SignIn in ->
                        assertThat(standing.get(in.register()).put(in.pupil(), in.code()))
                                .isIn("N", null);
                    case Action.Amend amend ->
                        assertThat(standing.get(amend.register()).put(amend.pupil(), amend.to()))
                                .isEqualTo(amend.from());
                    case Action.Admit _, Action.MoveGroup _, Action.Remove _ -> {}
                }
            }
        }
    }

    @Test
    void aChildWhoMovesBetweenTheSchoolsKeepsTheirUpn() {
        List<Upn> all = TERMS.stream()
                .flatMap(t -> t.roll().stream())
                .map(e -> e.pupil().upn())
                .toList();
        Set<Upn> seen = new HashSet<>();
        List<Upn> twice = all.stream().filter(upn -> !seen.add(upn)).toList();

        assertThat(twice).isNotEmpty().allSatisfy(upn -> {
            List<RollEntry> spells = TERMS.stream()
                    .flatMap(t -> t.roll().stream())
                    .filter(e -> e.pupil().upn().equals(upn))
                    .toList();
            assertThat(spells).hasSize(2);
            assertThat(spells.stream().filter(e -> e.leaving().isPresent())).hasSize(1);
        });
    }

    @Test
    void someoneLeavesSomeoneComesAndSomeoneChangesClass() {
        List<Action> all = new ArrayList<>();
        TERMS.forEach(term -> all.addAll(term.actions()));

        assertThat(all)
                .hasAtLeastOneElementOfType(Action.Remove.class)
                .hasAtLeastOneElementOfType(Action.MoveGroup.class);
        assertThat(all.stream().filter(Action.Admit.class::isInstance).map(Action::at))
                .anyMatch(at -> at.isAfter(Instant.parse("2026-09-10T00:00:00Z")));
    }

    @Test
    void morningRegistersAreTakenBeforeTheyClose() {
        for (SchoolTerm term : TERMS) {
            actions(term, Action.TakeRegister.class).stream()
                    .filter(t -> t.register().session().half() == AM)
                    .forEach(t -> assertThat(t.at().atZone(London.ZONE).toLocalTime())
                            .isBeforeOrEqualTo(term.plan().policy().amCloses()));
        }
    }

    private static void assertMayBeRecorded(
            EffectivePolicy policy, Pupil pupil, RegisterId register, String code, Integer minutesLate, String detail) {
        assertThat(CodeRules.check(new Marking(
                        code,
                        register.session(),
                        CompulsoryAge.from(pupil.dateOfBirth()),
                        pupil.enrolment(),
                        detail != null,
                        minutesLate,
                        policy.recording())))
                .as("%s %s", register, code)
                .isEmpty();
    }

    private static EffectivePolicy policy(SchoolPlan plan) {
        JsonNode overlay =
                JsonMapper.builder().build().readTree(Bodies.school(plan)).get("policyOverlay");
        Activation activation =
                Profiles.find(plan.policy().profile()).orElseThrow().activate(overlay);
        return switch (activation) {
            case Activation.Activated activated -> activated.policy();
            case Activation.Refused refused -> throw new AssertionError(refused.toString());
        };
    }

    private static Map<PupilId, Pupil> pupils(SchoolTerm term) {
        return term.roll().stream().collect(Collectors.toMap(e -> e.pupil().id(), RollEntry::pupil));
    }

    private static <T extends Action> List<T> actions(SchoolTerm term, Class<T> kind) {
        return term.actions().stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
