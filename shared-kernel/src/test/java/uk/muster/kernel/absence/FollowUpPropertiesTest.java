package uk.muster.kernel.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.muster.kernel.absence.AbsenceScenario.PUPIL;
import static uk.muster.kernel.absence.AbsenceScenario.URN;
import static uk.muster.kernel.absence.AbsenceScenario.sealed;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import uk.muster.kernel.absence.FollowUpTask.Status;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.event.AbsenceEvent.AbsenceReported;
import uk.muster.kernel.event.AbsenceEvent.Channel;
import uk.muster.kernel.event.AbsenceEvent.ContactAttempted;
import uk.muster.kernel.event.AbsenceEvent.HomeVisitRecorded;
import uk.muster.kernel.event.AbsenceEvent.Outcome;
import uk.muster.kernel.event.AbsenceEvent.VisitOutcome;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.policy.EffectivePolicy;
import uk.muster.kernel.policy.SchoolOverlays;
import uk.muster.kernel.policy.VulnerabilityFlag;

/**
 * Weeks drawn at random: marks made, corrected and forgotten, attempts, visits and reports, at any time of any day. After each of them the scenario
 * looks twice, and the second look must find nothing.
 */
class FollowUpPropertiesTest {

    private static final Map<String, EffectivePolicy> POLICIES = Stream.of("hcat", "kts", "clore-shalom", "ipat")
            .collect(Collectors.toMap(profile -> profile, SchoolOverlays::activated));
    private static final LocalDate FIRST = LocalDate.parse("2026-10-12");
    private static final List<String> CODES = List.of("N", "N", "N", "N", "/", "L", "I", "O", "G", "U", "C2", "X", "V");
    private static final Set<String> CLOCKS_OF_THEIR_OWN = Set.of(
            "reason-deadline",
            "la-unauthorised",
            "la-sickness",
            "medical-evidence",
            "call-back",
            "penalty-warning",
            "penalty-consider",
            "penalty-review");
    private static final int ACTIONS = 40;

    @Property(tries = 150)
    void whateverHappensEachStepIsThereOnceAndNothingIsOpenWithoutItsBasis(@ForAll long seed) {
        POLICIES.forEach((profile, policy) -> {
            Random random = new Random(seed);
            AbsenceScenario scenario = new AbsenceScenario(policy, FIRST);
            if (random.nextBoolean()) {
                scenario.flagged(VulnerabilityFlag.SAFEGUARDING_CONCERN, VulnerabilityFlag.EHCP);
            }
            for (int i = 0; i < ACTIONS; i++) {
                act(scenario, random);
                holds(scenario);
            }
        });
    }

    private static void act(AbsenceScenario scenario, Random random) {
        LocalDate today = London.dateOf(scenario.now());
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> {
                List<LocalDate> days = scenario.calendars().schoolDays(FIRST, today);
                if (!days.isEmpty()) {
                    LocalDate day = days.get(Math.max(0, days.size() - 1 - random.nextInt(4)));
                    scenario.mark(
                            day.toString(), random.nextBoolean() ? SessionHalf.AM : SessionHalf.PM, one(random, CODES));
                }
            }
            case 3 ->
                scenario.record(new ContactAttempted(
                        URN,
                        PUPIL,
                        scenario.newId(),
                        scenario.now(),
                        Channel.PHONE,
                        null,
                        one(random, EnumSet.allOf(Outcome.class)),
                        null,
                        null,
                        sealed()));
            case 4 ->
                scenario.record(new HomeVisitRecorded(
                        URN,
                        PUPIL,
                        scenario.newId(),
                        scenario.now(),
                        sealed(),
                        2,
                        false,
                        one(random, EnumSet.allOf(VisitOutcome.class)),
                        null,
                        sealed()));
            case 5 ->
                scenario.record(new AbsenceReported(
                        URN,
                        PUPIL,
                        scenario.newId(),
                        sealed(),
                        random.nextBoolean() ? Channel.PHONE : Channel.VOICEMAIL,
                        scenario.now(),
                        sealed(),
                        today,
                        random.nextBoolean() ? today.plusDays(random.nextInt(1, 5)) : null,
                        false,
                        random.nextInt(3) == 0 ? true : null,
                        sealed()));
            default -> {
                LocalTime time = LocalTime.of(random.nextInt(7, 20), random.nextInt(60));
                LocalDate day = today.plusDays(random.nextInt(2));
                if (London.at(day, time).isAfter(scenario.now())) {
                    scenario.until(day.toString(), time.toString());
                }
            }
        }
    }

    private static <T> T one(Random random, Collection<T> all) {
        return List.copyOf(all).get(random.nextInt(all.size()));
    }

    private static void holds(AbsenceScenario scenario) {
        List<FollowUpTask> tasks = scenario.state().tasks();
        assertThat(tasks.stream()
                        .filter(task -> task.status() != Status.CANCELLED)
                        .map(task -> task.step() + " " + task.date()))
                .doesNotHaveDuplicates();
        assertThat(tasks)
                .filteredOn(task -> !task.step().equals("penalty-review")) // an amendment may be made on any day
                .allSatisfy(task -> assertThat(scenario.calendars().isSchoolDay(task.date()))
                        .isTrue());
        if (scenario.state().openCase().isEmpty()) {
            assertThat(tasks.stream()
                            .filter(FollowUpTask::isOpen)
                            .map(FollowUpTask::step)
                            .filter(step -> !step.startsWith("late-")))
                    .isSubsetOf(CLOCKS_OF_THEIR_OWN);
        }
    }
}
