package uk.muster.kernel.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.muster.kernel.absence.FollowUpTask.Status;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.event.FollowUpEvent.FollowUpCancelled;
import uk.muster.kernel.event.FollowUpEvent.FollowUpDone;
import uk.muster.kernel.event.FollowUpEvent.FollowUpDue;
import uk.muster.kernel.event.FollowUpEvent.Lapse;
import uk.muster.kernel.event.PenaltyEvent;
import uk.muster.kernel.event.PenaltyEvent.NoticeKind;
import uk.muster.kernel.event.PenaltyEvent.NoticeToImproveGiven;
import uk.muster.kernel.event.PenaltyEvent.PenaltyNoticeIssued;
import uk.muster.kernel.event.PenaltyEvent.Proceedings;
import uk.muster.kernel.penalty.NoticeCases;
import uk.muster.kernel.policy.SchoolOverlays;

/** What falls due about notices at a school of KTS, where nobody is absent. From Monday 7 September 2026, eight o'clock. */
class NoticeClocksTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-09-07");

    /** KTS-32. */
    private static final LocalTime DAY_ENDS = LocalTime.of(15, 0);

    private final AbsenceScenario scenario = new AbsenceScenario(SchoolOverlays.activated("kts"), MONDAY);

    private PenaltyNoticeIssued issue(LocalDate on, LocalDate receivedOn) {
        PenaltyNoticeIssued issued = NoticeCases.issued(NoticeKind.NATIONAL, on, NoticeCases.FIRST, receivedOn);
        scenario.record(issued);
        return issued;
    }

    private PenaltyNoticeIssued issue() {
        PenaltyNoticeIssued issued = NoticeCases.issued(NoticeKind.NATIONAL, MONDAY, NoticeCases.FIRST, null);
        scenario.record(issued);
        return issued;
    }

    private Status status(String step) {
        return scenario.task(step).status();
    }

    @Test
    void theDayReceivedIsAskedForAtOnceAndWantedInFiveSchoolDays() {
        PenaltyNoticeIssued notice = issue();
        FollowUpDue due = scenario.due("penalty-receipt");
        assertThat(due.about()).isEqualTo(notice.entryId());
        assertThat(due.dueAt()).isEqualTo(London.at(LocalDate.parse("2026-09-14"), DAY_ENDS));
        PenaltyEvent received = NoticeCases.received(notice, MONDAY.plusDays(2));
        scenario.until("2026-09-10", "09:00").record(received);
        assertThat(status("penalty-receipt")).isEqualTo(Status.DONE);
        assertThat(scenario.events)
                .contains(new FollowUpDone(
                        AbsenceScenario.URN, AbsenceScenario.PUPIL, due.entryId(), received.entryId()));
    }

    @Test
    void knownAtOnceItIsNotAskedFor() {
        issue(MONDAY, MONDAY);
        assertThat(scenario.tasks("penalty-receipt")).isEmpty();
    }

    @Test
    void theLocalAuthorityIsSentACopyByTheNextSchoolDay() {
        // KTS-62
        PenaltyNoticeIssued notice = issue();
        assertThat(scenario.due("penalty-copy-to-la").dueAt()).isEqualTo(London.at(MONDAY.plusDays(1), DAY_ENDS));
        scenario.record(NoticeCases.withdrawn(notice, MONDAY));
        assertThat(status("penalty-copy-to-la")).isEqualTo(Status.CANCELLED);
        assertThat(scenario.events)
                .filteredOn(FollowUpCancelled.class::isInstance)
                .extracting(event -> ((FollowUpCancelled) event).because())
                .containsExactly(Lapse.WITHDRAWN);
    }

    /** KTS-65, HCAT-86: received on 7 September, paid until 4 October; the clocks go back on the 25th, which makes no difference to days. */
    @Test
    void unpaidOnTheTwentyNinthDayItIsReferredOrWithdrawn() {
        issue(MONDAY, MONDAY);
        scenario.until("2026-10-04", "23:59");
        assertThat(scenario.tasks("penalty-unpaid")).isEmpty();
        scenario.until("2026-10-05", "00:00");
        FollowUpDue due = scenario.due("penalty-unpaid");
        assertThat(due.date()).isEqualTo(LocalDate.parse("2026-10-05"));
        assertThat(due.dueAt()).isEqualTo(London.at(LocalDate.parse("2026-10-05"), DAY_ENDS));
        assertThat(due.raisedAt()).isEqualTo(London.startOf(LocalDate.parse("2026-10-05")));
    }

    @Test
    void overAHolidayItIsDueOnTheNextSchoolDay() {
        LocalDate received = LocalDate.parse("2026-09-28");
        scenario.until("2026-09-28", "12:00");
        issue(received, received);
        scenario.until("2026-10-26", "00:00");
        assertThat(scenario.due("penalty-unpaid").dueAt())
                .isEqualTo(London.at(LocalDate.parse("2026-11-02"), DAY_ENDS));
    }

    @Test
    void aServiceThatWasDownFindsItAllTheSame() {
        issue(MONDAY, MONDAY);
        scenario.downUntil("2026-12-01", "10:00");
        assertThat(status("penalty-unpaid")).isEqualTo(Status.OPEN);
    }

    @Test
    void aPaidOneIsNeverUnpaid() {
        PenaltyNoticeIssued notice = issue(MONDAY, MONDAY);
        scenario.until("2026-09-20", "10:00").record(NoticeCases.paid(notice, MONDAY.plusDays(13)));
        scenario.until("2026-12-01", "10:00");
        assertThat(scenario.tasks("penalty-unpaid")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void proceedingsAreTheReferral(Proceedings outcome) {
        PenaltyNoticeIssued notice = issue(MONDAY, MONDAY);
        scenario.until("2026-10-06", "10:00")
                .record(NoticeCases.prosecuted(notice, LocalDate.parse("2026-10-06"), outcome));
        assertThat(status("penalty-unpaid")).isEqualTo(Status.DONE);
    }

    @Test
    void withdrawnItIsSettled() {
        PenaltyNoticeIssued notice = issue(MONDAY, MONDAY);
        scenario.until("2026-10-06", "10:00").record(NoticeCases.withdrawn(notice, LocalDate.parse("2026-10-06")));
        assertThat(status("penalty-unpaid")).isEqualTo(Status.DONE);
    }

    @Test
    void twoParentsHaveTheirOwn() {
        // Edge case 21: issued on one day, received on one day.
        PenaltyNoticeIssued mother = issue(MONDAY, MONDAY);
        PenaltyNoticeIssued father = issue(MONDAY, MONDAY);
        scenario.until("2026-10-05", "09:00").record(NoticeCases.withdrawn(mother, MONDAY));
        assertThat(scenario.tasks("penalty-unpaid"))
                .extracting(FollowUpTask::about, FollowUpTask::status)
                .containsExactlyInAnyOrder(tuple(mother.entryId(), Status.DONE), tuple(father.entryId(), Status.OPEN));
    }

    @Test
    void theClockRunsOnWhenThePupilLeaves() {
        issue(MONDAY, MONDAY);
        scenario.leave().until("2026-10-06", "10:00");
        assertThat(status("penalty-unpaid")).isEqualTo(Status.OPEN);
    }

    @Test
    void anImprovementPeriodThatIsOverIsConcluded() {
        NoticeToImproveGiven given = NoticeCases.improvement(MONDAY, LocalDate.parse("2026-10-04"));
        scenario.record(given).until("2026-10-04", "23:00");
        assertThat(scenario.tasks("notice-to-improve-due")).isEmpty();
        scenario.until("2026-10-05", "08:00");
        assertThat(scenario.due("notice-to-improve-due").dueAt())
                .isEqualTo(London.at(LocalDate.parse("2026-10-05"), DAY_ENDS));
        scenario.record(NoticeCases.concluded(given));
        assertThat(status("notice-to-improve-due")).isEqualTo(Status.DONE);
    }

    @Test
    void concludedEarlyItIsNotAskedFor() {
        NoticeToImproveGiven given = NoticeCases.improvement(MONDAY, LocalDate.parse("2026-10-04"));
        scenario.record(given).until("2026-09-20", "08:00").record(NoticeCases.concluded(given));
        scenario.until("2026-10-20", "08:00");
        assertThat(scenario.tasks("notice-to-improve-due")).isEmpty();
    }

    @Test
    void nothingOfItIsTheFollowingUpOfAnAbsence() {
        issue();
        assertThat(scenario.state().openCase()).isEmpty();
        assertThat(scenario.events).hasOnlyElementsOfType(FollowUpDue.class);
        assertThat(scenario.state().tasks())
                .extracting(FollowUpTask::step)
                .isEqualTo(List.of("penalty-receipt", "penalty-copy-to-la"));
    }
}
