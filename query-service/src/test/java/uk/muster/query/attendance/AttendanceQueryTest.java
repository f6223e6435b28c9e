package uk.muster.query.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import uk.muster.http.convention.Times;
import uk.muster.http.identity.Role;
import uk.muster.kernel.calendar.Closure;
import uk.muster.kernel.calendar.ClosureKind;
import uk.muster.kernel.calendar.Term;
import uk.muster.kernel.calendar.UnplannedClosure;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.TestService;
import uk.muster.query.testing.Days;
import uk.muster.query.testing.TestLedger;
import uk.muster.query.testing.TestProfile;

class AttendanceQueryTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
    private static final List<Term> TERM = List.of(new Term("Autumn 1", FIRST, LocalDate.of(2026, 10, 23)));
    private static final TestService SERVICE = TestService.shared();
    private static final TestLedger LEDGER = SERVICE.ledger;

    @BeforeEach
    void endOfTheHalfTerm() {
        SERVICE.clock("2026-10-23T16:00:00Z");
    }

    private static Urn school(int urn) {
        Urn school = new Urn(urn);
        LEDGER.openSchool(school, TestProfile.JSON);
        LEDGER.admit(school, "p1", "Ash", "4-A", FIRST);
        return school;
    }

    private static JsonNode attendance(Urn urn, String query) {
        return SERVICE.get(Role.ATTENDANCE_OFFICER, "/api/v1/schools/" + urn + "/pupils/p1/attendance" + query)
                .json();
    }

    @Test
    void countsEachCodeOnceAndOnlyWhatIsPossible() {
        Urn urn = school(120001);
        LEDGER.take(urn + "/2026-09-02/AM/4-A", "p1", "/");
        LEDGER.take(urn + "/2026-09-02/PM/4-A", "p1", "L");
        LEDGER.take(urn + "/2026-09-03/AM/4-A", "p1", "U");
        LEDGER.take(urn + "/2026-09-03/PM/4-A", "p1", "N");
        LEDGER.amend(urn + "/2026-09-03/PM/4-A", "p1", "N", "I");
        LEDGER.take(urn + "/2026-09-04/AM/4-A", "p1", "Y1");
        LEDGER.take(urn + "/2026-09-04/PM/4-A", "p1", "X");
        JsonNode page = attendance(urn, "");
        assertThat(page.get("academicYear").stringValue()).isEqualTo("2026-27");
        assertThat(page.get("possible").intValue()).isEqualTo(4);
        assertThat(page.get("attended").intValue()).isEqualTo(2);
        assertThat(page.get("authorisedAbsence").intValue()).isEqualTo(1);
        assertThat(page.get("unauthorisedAbsence").intValue()).isEqualTo(1);
        assertThat(page.get("unableToAttend").intValue()).isEqualTo(1);
        assertThat(page.get("percentage").decimalValue()).isEqualByComparingTo("50.0");
        assertThat(page.get("persistentlyAbsent").booleanValue()).isTrue();
        assertThat(page.get("severelyAbsent").booleanValue()).isTrue();
        assertThat(page.get("band").stringValue()).isEqualTo("sa");
        assertThat(page.at("/byCode/I").intValue()).isEqualTo(1);
        assertThat(page.get("lates").intValue()).isEqualTo(1);
        assertThat(page.get("lateAfterClose").intValue()).isEqualTo(1);
        assertThat(page.get("minutesLate").intValue()).isEqualTo(14);
        assertThat(page.get("sessions")).hasSize(6);
    }

    /** Two weeks and a day, the first Thursday afternoon and the last day missed. */
    @Test
    void tellsTheYearByHalfTermsWeekdaysAndWeeks() {
        Urn urn = school(120009);
        Days.take(LEDGER, urn, "4-A", LocalDate.of(2026, 9, 7), Map.of("p1", "/ / / / / / / / / / O"));
        LEDGER.amend(urn + "/2026-09-10/PM/4-A", "p1", "/", "I");
        JsonNode page = attendance(urn, "");
        assertThat(page.get("percentage").decimalValue()).isEqualByComparingTo("86.4");
        assertThat(page.get("band").stringValue()).isEqualTo("pa");
        assertThat(page.get("previousBand").stringValue()).isEqualTo("ok");
        assertThat(page.get("bandSince").stringValue()).isEqualTo("2026-09-21");
        assertThat(page.get("provisional").booleanValue()).isFalse();
        assertThat(page.has("rag")).isFalse();
        assertThat(page.get("trend").isNull()).isTrue();
        JsonNode halfTerm = page.at("/halfTerms/0");
        assertThat(halfTerm.get("name").stringValue()).isEqualTo("Autumn 1");
        assertThat(halfTerm.get("term").stringValue()).isEqualTo("AUTUMN");
        assertThat(halfTerm.get("attended").intValue()).isEqualTo(19);
        JsonNode thursday = page.at("/weekdays/3");
        assertThat(thursday.get("day").stringValue()).isEqualTo("THURSDAY");
        assertThat(thursday.at("/am/percentage").decimalValue()).isEqualByComparingTo("100.0");
        assertThat(thursday.at("/pm/attended").intValue()).isEqualTo(1);
        assertThat(page.get("brokenWeeks").intValue()).isEqualTo(1);
    }

    @Test
    void withNothingPossibleThereIsNoRate() {
        JsonNode page = attendance(school(120002), "");
        assertThat(page.get("possible").intValue()).isZero();
        assertThat(page.get("percentage").isNull()).isTrue();
        assertThat(page.get("band").isNull()).isTrue();
        assertThat(page.get("persistentlyAbsent").booleanValue()).isFalse();
    }

    @Test
    void anUnplannedClosureCountsInNoRate() {
        Urn urn = school(120003);
        LEDGER.take(urn + "/2026-09-02/AM/4-A", "p1", "/");
        LEDGER.take(urn + "/2026-09-02/PM/4-A", "p1", "O");
        LEDGER.close(urn, LocalDate.of(2026, 9, 2), SessionHalf.PM, UnplannedClosure.Extent.WHOLE);
        JsonNode page = attendance(urn, "");
        assertThat(page.get("possible").intValue()).isEqualTo(1);
        assertThat(page.at("/sessions/1/counted").booleanValue()).isFalse();
    }

    /** A mark whose session a later calendar does not have stays to be seen, but counts nowhere. */
    @Test
    void aMarkUnderWhichTheCalendarChangedIsListedAndCountsNowhere() {
        Urn urn = school(120004);
        LEDGER.take(urn + "/2026-09-02/AM/4-A", "p1", "/");
        Instant earlier = LEDGER.now();
        LEDGER.at(Instant.parse("2026-09-03T16:00:00Z"));
        LEDGER.take(urn + "/2026-09-03/AM/4-A", "p1", "O");
        Instant before = LEDGER.now();
        LEDGER.publish(urn, TERM, List.of(new Closure(LocalDate.of(2026, 9, 3), ClosureKind.INSET, null)));
        LEDGER.at(earlier.plusSeconds(1));
        JsonNode page = attendance(urn, "");
        assertThat(page.get("possible").intValue()).isEqualTo(1);
        assertThat(page.get("byCode").has("O")).isFalse();
        assertThat(page.at("/sessions/1/code").stringValue()).isEqualTo("O");
        assertThat(page.at("/sessions/1/counted").booleanValue()).isFalse();
        assertThat(attendance(urn, "?asOf=" + Times.print(before))
                        .get("possible")
                        .intValue())
                .isEqualTo(2);
    }

    /** Two groups hold a mark of one session: the one counts that the pupil was in on that day, as known when asked. */
    @Test
    void ofTwoMarksOfASessionTheGroupsOfThatDayCounts() {
        Urn urn = school(120005);
        Instant earlier = LEDGER.now();
        LEDGER.at(Instant.parse("2026-09-15T16:00:00Z"));
        LEDGER.take(urn + "/2026-09-15/AM/4-A", "p1", "O");
        Instant before = LEDGER.now();
        LEDGER.move(urn, "p1", "4-B", LocalDate.of(2026, 9, 14));
        LEDGER.take(urn + "/2026-09-15/AM/4-B", "p1", "/");
        LEDGER.at(earlier.plusSeconds(1));
        JsonNode page = attendance(urn, "");
        assertThat(page.get("sessions")).hasSize(1);
        assertThat(page.at("/sessions/0/code").stringValue()).isEqualTo("/");
        assertThat(attendance(urn, "?asOf=" + Times.print(before))
                        .at("/sessions/0/code")
                        .stringValue())
                .isEqualTo("O");
    }

    @Test
    void aMarkInTheOldGroupCountsWhenTheMoveIsDatedBack() {
        Urn urn = school(120006);
        LEDGER.take(urn + "/2026-09-15/AM/4-A", "p1", "/");
        LEDGER.move(urn, "p1", "4-B", LocalDate.of(2026, 9, 14));
        JsonNode page = attendance(urn, "");
        assertThat(page.get("attended").intValue()).isEqualTo(1);
    }

    @Test
    void aMarkAfterTheLastDayOnRollCountsNowhere() {
        Urn urn = school(120007);
        LEDGER.take(urn + "/2026-09-15/AM/4-A", "p1", "/");
        LEDGER.take(urn + "/2026-09-16/AM/4-A", "p1", "O");
        LEDGER.remove(urn, "p1", LocalDate.of(2026, 9, 15));
        JsonNode page = attendance(urn, "");
        assertThat(page.get("possible").intValue()).isEqualTo(1);
        assertThat(page.at("/sessions/1/counted").booleanValue()).isFalse();
    }

    @Test
    void aYearWithoutACalendarIsEmptyAndAnUnknownPupilUnknown() {
        Urn urn = school(120008);
        assertThat(attendance(urn, "?academicYear=2025-26").get("sessions")).isEmpty();
        assertThat(SERVICE.get(Role.HEAD, "/api/v1/schools/120008/pupils/nobody/attendance")
                        .status())
                .isEqualTo(404);
        assertThat(SERVICE.get(Role.HEAD, "/api/v1/schools/120008/pupils/p1/attendance?academicYear=2025-27")
                        .status())
                .isEqualTo(400);
    }
}
