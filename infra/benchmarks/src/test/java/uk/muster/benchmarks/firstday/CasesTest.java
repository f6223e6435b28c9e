package uk.muster.benchmarks.firstday;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import uk.muster.kernel.event.FollowUpEvent.FollowUpDue;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.kernel.event.FollowUpEvent.UnexplainedAbsenceOpened;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.policy.Modality;

class CasesTest {

    private static final Instant CALLS = Instant.parse("2026-11-10T09:10:00Z");
    private static final Instant VISITS = Instant.parse("2026-11-10T09:40:00Z");
    private static final Instant OPENED = Instant.parse("2026-11-10T08:30:00Z");

    private final FirstDaySchools schools = new FirstDaySchools(1.0 / 22_000);
    private final Urn urn = schools.schools().getFirst().urn();
    private final Cases cases = new Cases(CALLS, VISITS);

    @Test
    void aPupilWithOneCaseOneCallAndOneVisitIsWhole() {
        schoolOf(FirstDaySchools.UNEXPLAINED_OF_A_SCHOOL);

        assertThat(cases.compare(schools).isWhole()).isTrue();
        assertThat(cases.visits().count()).isEqualTo(FirstDaySchools.UNEXPLAINED_OF_A_SCHOOL);
        assertThat(cases.visits().lateMicros().getMaxValue()).isCloseTo(2_000_000, Percentage.withPercentage(0.2));
    }

    @Test
    void aPupilWhoIsMissingLosesACaseACallAndAVisit() {
        schoolOf(FirstDaySchools.UNEXPLAINED_OF_A_SCHOOL - 1);

        assertThat(cases.compare(schools).lost()).isEqualTo(3);
    }

    @Test
    void aStepThatFiresAgainIsTwice() {
        schoolOf(FirstDaySchools.UNEXPLAINED_OF_A_SCHOOL);
        cases.read(due(pupil(0), "d1-visit", VISITS), VISITS.plusSeconds(9));

        assertThat(cases.compare(schools).twice()).isEqualTo(1);
    }

    @Test
    void aStepBeforeItsTimeIsEarly() {
        schoolOf(FirstDaySchools.UNEXPLAINED_OF_A_SCHOOL - 1);
        PupilNumber last = pupil(FirstDaySchools.UNEXPLAINED_OF_A_SCHOOL - 1);
        cases.read(opened(last), OPENED);
        cases.read(due(last, "d1-call", CALLS), CALLS.minusMillis(1));
        cases.read(due(last, "d1-visit", VISITS), VISITS);

        assertThat(cases.compare(schools)).matches(each -> each.early() == 1 && each.lost() == 0 && !each.isWhole());
    }

    private void schoolOf(int pupils) {
        for (int i = 0; i < pupils; i++) {
            cases.read(opened(pupil(i)), OPENED);
            cases.read(due(pupil(i), "d1-call", CALLS), CALLS.plusSeconds(1));
            cases.read(due(pupil(i), "d1-visit", VISITS), VISITS.plusSeconds(2));
        }
    }

    private UnexplainedAbsenceOpened opened(PupilNumber pupil) {
        return new UnexplainedAbsenceOpened(
                urn, pupil, UUID.randomUUID(), new SessionKey(FirstDaySchools.DAY, SessionHalf.AM), CALLS);
    }

    private FollowUpDue due(PupilNumber pupil, String step, Instant at) {
        return new FollowUpDue(
                urn,
                pupil,
                UUID.randomUUID(),
                step,
                TaskKind.CONTACT,
                Modality.MUST,
                FirstDaySchools.DAY,
                1,
                List.of(),
                at,
                at);
    }

    private static PupilNumber pupil(int number) {
        return new PupilNumber("%020d".formatted(number));
    }
}
