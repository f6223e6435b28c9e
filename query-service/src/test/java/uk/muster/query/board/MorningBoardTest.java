package uk.muster.query.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.muster.http.identity.Role;
import uk.muster.kernel.calendar.UnplannedClosure;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.TestService;
import uk.muster.query.testing.TestLedger;
import uk.muster.query.testing.TestProfile;

/** The morning's register is open from 08:50 to 09:20 and overdue after 09:30; clocks are an hour ahead of UTC. */
class MorningBoardTest {

    private static final Urn URN = new Urn(140001);
    private static final TestService SERVICE = TestService.shared();
    private static final TestLedger LEDGER = SERVICE.ledger;

    @BeforeAll
    static void record() {
        LocalDate first = LocalDate.of(2026, 9, 1);
        LEDGER.openSchool(URN, TestProfile.JSON);
        LEDGER.admit(URN, "p1", "Ash", "1-A", first);
        LEDGER.admit(URN, "p2", "Birch", "1-B", first);
        LEDGER.admit(URN, "p3", "Cedar", "1-B", first);
        LEDGER.admit(URN, "p4", "Damson", "1-C", first);
        LEDGER.admit(URN, "p5", "Elder", "1-D", LocalDate.of(2026, 10, 1));
        LEDGER.take(URN + "/2026-09-02/AM/1-A", "p1", "/");
        LEDGER.take(URN + "/2026-09-02/AM/1-B", "p2", "/");
        LEDGER.arrive(URN + "/2026-09-02/AM/1-C", "p4", "/", null);
        LEDGER.close(URN, LocalDate.of(2026, 9, 2), SessionHalf.PM, UnplannedClosure.Extent.WHOLE);
    }

    @AfterEach
    void clockBack() {
        SERVICE.clock("2026-10-23T16:00:00Z");
    }

    private static Map<String, String> board(String date) {
        return SERVICE.get(Role.MIS_INTEGRATION, "/api/v1/schools/140001/registers?date=" + date)
                .json()
                .get("items")
                .valueStream()
                .collect(Collectors.toMap(
                        line -> line.get("group").stringValue()
                                + " "
                                + line.get("session").stringValue(),
                        line -> line.get("state").stringValue()));
    }

    @ParameterizedTest
    @CsvSource({"07:49:59, NOT_DUE", "07:50:00, DUE", "08:30:00, DUE", "08:30:01, OVERDUE", "15:00:00, OVERDUE"})
    void aRegisterNotTakenGoesByTheSchoolsTimes(String utc, String state) {
        SERVICE.clock("2026-09-02T" + utc + "Z");
        assertThat(board("2026-09-02"))
                .containsEntry("1-A AM", "TAKEN")
                .containsEntry("1-B AM", "INCOMPLETE")
                .containsEntry("1-C AM", state);
    }

    @Test
    void noneIsWantedWhileTheSiteIsClosedOrInTheHolidays() {
        assertThat(board("2026-09-02")).containsEntry("1-A PM", "NOT_DUE");
        assertThat(board("2026-09-05").values()).containsOnly("NOT_DUE");
    }

    @Test
    void groupsWithoutPupilsThatDayAreLeftOut() {
        assertThat(board("2026-09-02")).doesNotContainKey("1-D AM").hasSize(6);
        assertThat(board("2026-10-02")).containsKey("1-D AM");
    }

    @Test
    void aDayMustBeNamed() {
        assertThat(SERVICE.get(Role.HEAD, "/api/v1/schools/140001/registers").status())
                .isEqualTo(400);
    }
}
