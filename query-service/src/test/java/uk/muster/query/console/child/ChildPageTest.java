package uk.muster.query.console.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
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
import uk.muster.kernel.event.AbsenceEvent.VisitOutcome;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.TestService;
import uk.muster.query.access.MemoryLooks;
import uk.muster.query.testing.Days;
import uk.muster.query.testing.Readers;
import uk.muster.query.testing.TestFollowUp;
import uk.muster.query.testing.TestProfile;

/** The page of a child who is absent without a word, read on the third day. */
class ChildPageTest {

    private static final TestService SERVICE = TestService.shared();
    private static final Urn SCHOOL = new Urn(197010);
    private static final String PAGE = "/schools/197010/pupils/p1";

    @BeforeAll
    static void record() {
        SERVICE.ledger.openSchool(SCHOOL, TestProfile.JSON);
        SERVICE.ledger.admit(SCHOOL, "p1", "Ash", "4-A", LocalDate.of(2026, 9, 1));
        Days.take(SERVICE.ledger, SCHOOL, "4-A", LocalDate.of(2026, 9, 7), Map.of("p1", "N / N N N"));
        SERVICE.ledger.amend("197010/2026-09-07/AM/4-A", "p1", "N", "I");
        TestFollowUp followUp = SERVICE.ledger.followUp(SCHOOL, "p1");
        UUID wrong = followUp.attempt(
                Instant.parse("2026-09-09T08:40:00Z"), Channel.PHONE, Outcome.SPOKE, Purpose.FIRST_DAY);
        UUID right =
                followUp.attempt(Instant.parse("2026-09-09T08:45:00Z"), Channel.SMS, Outcome.SENT, Purpose.FIRST_DAY);
        followUp.correct(wrong, right, false);
        followUp.visit(Instant.parse("2026-09-10T10:00:00Z"), VisitOutcome.NO_ANSWER);
        followUp.due(
                "d3-visit",
                TaskKind.VISIT,
                LocalDate.of(2026, 9, 11),
                3,
                Instant.parse("2026-09-11T14:15:00Z"),
                "home_visit");
        followUp.due(
                "d2-contact",
                TaskKind.CONTACT,
                LocalDate.of(2026, 9, 10),
                2,
                Instant.parse("2026-09-10T09:30:00Z"),
                "call");
    }

    @BeforeEach
    void onTheThirdDay() {
        SERVICE.clock("2026-09-11T12:00:00Z");
    }

    @Test
    void itSaysWhoTheChildIs() {
        assertThat(page(Role.HEAD))
                .contains("Ada Ash", "Year 4, 4-A", "On roll since 1 September 2026")
                .contains("English as an additional language");
    }

    @Test
    void whatIsDueComesFirstWithItsClock() {
        assertThat(page(Role.HEAD))
                .containsSubsequence(
                        "What is due", "overdue by", "by Thu 10 Sep, 10:30am", "2 hours 15 minutes left", "by 3:15pm");
    }

    @Test
    void theYearIsALetterForEachSession() {
        assertThat(page(Role.HEAD))
                .contains("Missed 8 of 10 sessions this year")
                .contains("title=\"Mon 7 Sep, morning: Illness\">I</td>")
                .contains("title=\"Tue 8 Sep, morning: Present at the school")
                .contains("title=\"Mon 7 Sep, afternoon: Reason for absence not yet established\">N</td>");
    }

    @Test
    void marksAreFoldedByWeekWithTheirOriginals() {
        assertThat(page(Role.HEAD))
                .contains("Week of 7 September 2026: 2 of 10 present, 1 I, 7 N")
                .containsPattern("<del class=\"mu-code\">N</del>\\s*<span class=\"mu-m mu-m--leave mu-code\">I</span>");
    }

    @Test
    void whatWasRecordedInErrorIsStruckThrough() {
        assertThat(page(Role.HEAD))
                .contains("<del>Phoned: spoke (first day)</del>", "Recorded in error")
                .contains("Texted: sent (first day)");
    }

    @Test
    void anAmendmentShowsBothCodes() {
        assertThat(page(Role.HEAD))
                .containsPattern("<del class=\"mu-code\">N</del>\\s*<span aria-hidden=\"true\">→</span>")
                .contains("<ins class=\"mu-code\">I</ins>", "Parent rang");
    }

    @Test
    void anOfficerReadsNoNoteOfAVisit() {
        assertThat(page(Role.SAFEGUARDING_LEAD)).contains("Home visit: no answer", "Note of a visit");
        assertThat(page(Role.ATTENDANCE_OFFICER))
                .contains("Home visit: no answer")
                .doesNotContain("Note of a visit")
                .doesNotContain("Detail of I");
    }

    @Test
    void onlyTheKindsAskedForAreShown() {
        String visits = Readers.page(Role.HEAD, PAGE + "?kind=HOME_VISIT&kind=TASK");
        assertThat(visits).contains("Home visit: no answer").doesNotContain("Texted: sent");
        String marks = Readers.page(Role.HEAD, PAGE + "?kind=MARK");
        assertThat(marks).contains("2 of 10 present, 1 I, 7 N").doesNotContain("<dd>Parent rang</dd>");
        assertThat(Readers.status(Role.HEAD, PAGE + "?kind=GOSSIP")).isEqualTo(400);
    }

    @Test
    void onPaperEveryWeekIsUnfolded() {
        assertThat(Readers.page(Role.HEAD, PAGE + "?whole=true"))
                .contains("id=\"week-2026-09-07\" open=\"open\">", "As it stood on Fri 11 Sep 2026, 1:00pm");
        assertThat(page(Role.HEAD)).contains("id=\"week-2026-09-07\">");
    }

    @Test
    void anAmendedMarkSaysWhoAmendedItWhenAndWhy() {
        assertThat(page(Role.HEAD))
                .containsPattern("N amended to I by S\\. Lind, attendance officer, [^<]*: Parent rang</span>");
    }

    @Test
    void eachThingIsReadOnceAndRecordedAsOneLook() {
        page(Role.HEAD);
        int looks = SERVICE.context().getBean(MemoryLooks.class).count();
        int before = SERVICE.queries();
        Readers.of(Role.HEAD, "*").get(PAGE);
        assertThat(SERVICE.queries() - before)
                .as("the school twice, the pupil by id and number, registers, absences, other schools")
                .isLessThanOrEqualTo(7);
        assertThat(SERVICE.context().getBean(MemoryLooks.class).count()).isEqualTo(looks + 1);
    }

    @Test
    void windowsAreDrawnOverTheSchoolWeeks() {
        assertThat(page(Role.HEAD)).contains("mu-weeks-full mu-weeks-oldest", "Week of 7 Sep, drops out next:");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"CLASS_TEACHER", "TRUST_EXECUTIVE", "AUDITOR", "ADMIN", "MIS_INTEGRATION"})
    void noOtherRoleReadsIt(Role role) {
        assertThat(Readers.status(role, PAGE)).isEqualTo(403);
    }

    @Test
    void aChildWhoIsNotThereIsNotFound() {
        assertThat(Readers.status(Role.HEAD, "/schools/197010/pupils/p9")).isEqualTo(404);
    }

    private static String page(Role role) {
        return Readers.page(role, PAGE);
    }
}
