package uk.muster.query.console.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.muster.http.identity.Role;
import uk.muster.kernel.event.AbsenceEvent.Channel;
import uk.muster.kernel.event.AbsenceEvent.Outcome;
import uk.muster.kernel.event.AbsenceEvent.Purpose;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.TestService;
import uk.muster.query.testing.Readers;
import uk.muster.query.testing.TestFollowUp;
import uk.muster.query.testing.TestProfile;

/** A Tuesday morning at 09:40: one class taken, one not; a child silent since Monday, one ill, one just in. */
class BoardPageTest {

    private static final TestService SERVICE = TestService.shared();
    private static final Urn SCHOOL = new Urn(197020);
    private static final String PAGE = "/schools/197020/today";

    @BeforeAll
    static void record() {
        LocalDate start = LocalDate.of(2026, 9, 1);
        SERVICE.ledger.openSchool(SCHOOL, TestProfile.JSON);
        SERVICE.ledger.admit(SCHOOL, "p1", "Ash", "4-A", start);
        SERVICE.ledger.admit(SCHOOL, "p2", "Birch", "4-A", start);
        SERVICE.ledger.admit(SCHOOL, "p3", "Cedar", "4-A", start);
        SERVICE.ledger.admit(SCHOOL, "p4", "Damson", "4-A", start);
        SERVICE.ledger.admit(SCHOOL, "p5", "Elder", "5-B", start);
        SERVICE.ledger.take("197020/2026-09-14/AM/4-A", "p1", "N", "p2", "/", "p3", "/", "p4", "/");
        SERVICE.ledger.take("197020/2026-09-15/AM/4-A", "p1", "N", "p2", "I", "p3", "/", "p4", "U");
        TestFollowUp followUp = SERVICE.ledger.followUp(SCHOOL, "p1");
        followUp.open("197020/2026-09-14/AM/4-A");
        UUID wrong =
                followUp.attempt(Instant.parse("2026-09-15T08:10:00Z"), Channel.PHONE, Outcome.SPOKE, Purpose.DAILY);
        UUID right = followUp.attempt(
                Instant.parse("2026-09-15T08:20:00Z"), Channel.PHONE, Outcome.NO_ANSWER, Purpose.DAILY);
        followUp.correct(wrong, right, false);
        followUp.due(
                "d2-visit",
                TaskKind.VISIT,
                LocalDate.of(2026, 9, 15),
                2,
                Instant.parse("2026-09-15T12:20:00Z"),
                "home_visit");
        followUp.due(
                "d1-contact",
                TaskKind.CONTACT,
                LocalDate.of(2026, 9, 14),
                1,
                Instant.parse("2026-09-14T12:20:00Z"),
                "call");
    }

    @BeforeEach
    void onTheSecondMorning() {
        SERVICE.clock("2026-09-15T08:40:00Z");
    }

    @Test
    void registersStandInASentenceAndByGroup() {
        assertThat(Readers.page(Role.ATTENDANCE_OFFICER, PAGE))
                .contains("Tuesday 15 September", "1 of 2 registers taken, 1 overdue")
                .contains("href=\"/schools/197020/registers/2026-09-15/AM/5-B\">Overdue</a>")
                .contains(">Taken 8:50am</a>");
    }

    @Test
    void whoIsMissingWithoutAReasonComesFirstWithTheDayOfSilence() {
        assertThat(Readers.page(Role.ATTENDANCE_OFFICER, PAGE))
                .contains("1 pupil is not in, and nobody knows why")
                .containsSubsequence("Ada Ash", "Day 2", "1 attempt, last at 9:20am: no answer")
                .containsSubsequence("1 more away for a reason that is known", "Ada Birch")
                .doesNotContain("Ada Cedar")
                .doesNotContain("Ada Damson");
    }

    @Test
    void theTimeForCallsRuns() {
        assertThat(Readers.page(Role.ATTENDANCE_OFFICER, PAGE)).containsPattern("Calls until [0-9:apm]+, .* left");
    }

    @Test
    void whatIsOverdueComesBeforeWhatIsDue() {
        assertThat(Readers.page(Role.ATTENDANCE_OFFICER, PAGE))
                .containsSubsequence(
                        "Due today, overdue first", "overdue by 20 hours 20 minutes", "3 hours 40 minutes left");
    }

    @Test
    void withoutAScriptThePageSaysWhenItWasTrue() {
        assertThat(Readers.page(Role.ATTENDANCE_OFFICER, PAGE))
                .contains("As it was at 9:40am", "data-changes=\"/schools/197020/today/changes\"");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"CLASS_TEACHER", "TRUST_EXECUTIVE", "AUDITOR", "ADMIN", "MIS_INTEGRATION"})
    void noOtherRoleReadsIt(Role role) {
        assertThat(Readers.status(role, PAGE)).isEqualTo(403);
        assertThat(Readers.status(role, PAGE + "/changes")).isEqualTo(403);
    }

    @Test
    void tasksAreAListOfTheirOwn() {
        assertThat(Readers.page(Role.HEAD, "/schools/197020/tasks"))
                .contains("2 tasks wait, 1 overdue", "Home visit", "Ada Ash", "Must be done", "Decide");
        assertThat(Readers.page(Role.HEAD, "/schools/197020/tasks?kind=VISIT")).contains("1 task waits, none overdue");
        assertThat(Readers.page(Role.HEAD, "/schools/197020/tasks?status=DONE")).contains("0 tasks");
        assertThat(Readers.status(Role.HEAD, "/schools/197020/tasks?kind=TEA")).isEqualTo(422);
    }
}
