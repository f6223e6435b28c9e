package uk.muster.kernel.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.muster.kernel.absence.AbsenceSituations.MONDAY;
import static uk.muster.kernel.absence.AbsenceSituations.london;
import static uk.muster.kernel.absence.AbsenceSituations.scenario;
import static uk.muster.kernel.absence.AbsenceSituations.silence;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.kernel.policy.Modality;

/** Which steps of a policy fall due, when, and by when (GV-3). */
class TimelineTest {

    @ParameterizedTest(name = "day {0} {1}")
    @CsvFileSource(resources = "/golden/gv-3-steps.csv", numLinesToSkip = 1)
    void gv3StepsAreDueOnTheirSchoolDays(
            int day, @Nullable String circumstances, String hcat, String kts, String cloreShalom, String ipat) {
        Map<String, String> expected = Map.of("hcat", hcat, "kts", kts, "clore-shalom", cloreShalom, "ipat", ipat);
        // Over the half term too: the case of 15 October has its day 11 on 6 November.
        for (LocalDate from : List.of(MONDAY, LocalDate.parse("2026-10-15"))) {
            expected.forEach((profile, steps) -> assertThat(silence(profile, from, circumstances != null, day)
                            .stepsOn(scenario(profile, from)
                                    .schoolDays(from, day)
                                    .getLast()))

                    // la.unauthorised is a clock of its own, and so are counts towards a penalty
                    .filteredOn(step -> !step.equals("la-unauthorised") && !step.startsWith("penalty-"))
                    .containsExactlyInAnyOrder(steps.split(" ")));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "hcat, d1-call, MUST, CONTACT",
        "hcat, d1-visit, MAY, VISIT",
        "hcat, d2-visit, MUST, VISIT",
        "hcat, d10-cme, MUST, ESCALATE",
        "kts, d2-ewo, MUST_CONSIDER, ESCALATE",
        "clore-shalom, d1-fallback, MUST, CONTACT",
        "clore-shalom, d10-la, MUST, NOTIFY",
        "ipat, d1-risk, MUST, ASSESS",
        "ipat, d1-agencies, MUST_CONSIDER, ESCALATE",
        "ipat, d5-formal, MUST, ESCALATE",
        "ipat, d5-cme, MUST_CONSIDER, DECIDE"
    })
    void aStepAsksForWhatItsPolicySays(String profile, String step, Modality modality, TaskKind kind) {
        AbsenceScenario scenario = silence(profile, MONDAY, false, 10);
        assertThat(scenario.due(step).modality()).isEqualTo(modality);
        assertThat(scenario.due(step).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        // HCAT-19, HCAT-20, HCAT-73, HCAT-74, HCAT-77; KTS-18; KTS-47: the morning; CS-22: the end of the day is the
        // year's own
        "hcat, d1-call, 2026-09-07T09:10, 2026-09-07T09:40",
        "hcat, d1-visit, 2026-09-07T09:40, 2026-09-07T13:15",
        "hcat, d2-visit, 2026-09-08T09:30, 2026-09-08T13:15",
        "hcat, d4-visit, 2026-09-10T09:30, 2026-09-10T13:15",
        "hcat, d10-cme, 2026-09-18T13:15, 2026-09-18T13:15",
        "kts, d1-call, 2026-09-07T09:30, 2026-09-07T12:00",
        "kts, d1-visit, 2026-09-07T12:00, 2026-09-07T15:00",
        "clore-shalom, d1-contact, 2026-09-07T09:05, 2026-09-07T15:30",
        "clore-shalom, d1-visit, 2026-09-07T15:30, 2026-09-07T15:30",
        "clore-shalom, d10-la, 2026-09-18T08:45, 2026-09-18T15:30",
        "ipat, d1-contact, 2026-09-07T09:05, 2026-09-07T13:15",
        "ipat, d2-escalate, 2026-09-08T09:10, 2026-09-08T13:15"
    })
    void aStepFiresAndIsDueAtThePolicysTimes(String profile, String step, String raised, String due) {
        AbsenceScenario scenario = silence(profile, MONDAY, false, 10);
        assertThat(scenario.due(step).raisedAt()).isEqualTo(london(raised));
        assertThat(scenario.due(step).dueAt()).isEqualTo(london(due));
    }
}
