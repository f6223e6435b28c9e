package uk.muster.query.console.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.muster.http.convention.Times;
import uk.muster.http.identity.Role;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.TestService;
import uk.muster.query.testing.Readers;
import uk.muster.query.testing.TestProfile;

/** A class's week of which two registers are taken and one mark is amended. */
class RegisterPagesTest {

    private static final TestService SERVICE = TestService.shared();
    private static final Urn SCHOOL = new Urn(197040);
    private static final String PAGE = "/schools/197040/registers/2026-09-14/AM/4-A";

    private static String taken = "";

    @BeforeAll
    static void record() {
        LocalDate start = LocalDate.of(2026, 9, 1);
        SERVICE.ledger.openSchool(SCHOOL, TestProfile.JSON);
        SERVICE.ledger.admit(SCHOOL, "p1", "Ash", "4-A", start);
        SERVICE.ledger.admit(SCHOOL, "p2", "Birch", "4-A", start);
        taken = Times.print(SERVICE.ledger
                .take("197040/2026-09-14/AM/4-A", "p1", "N", "p2", "/")
                .recordedAt());
        SERVICE.ledger.take("197040/2026-09-14/PM/4-A", "p1", "N", "p2", "\\");
        SERVICE.ledger.amend("197040/2026-09-14/AM/4-A", "p1", "N", "I");
    }

    @BeforeEach
    void onTheNextMorning() {
        SERVICE.clock("2026-09-15T08:00:00Z");
    }

    @Test
    void aWeekShowsWhatWasAmendedWithItsChain() {
        assertThat(Readers.page(Role.HEAD, PAGE))
                .contains("Register of 4-A", "Week of 14 September 2026", "2 registers taken, 1 mark amended")
                .containsSubsequence(
                        "Ada Ash", "<del>N</del>", "<ins>I</ins>", "Parent rang", "S. Lind, attendance officer");
    }

    @Test
    void asOfAnEarlierInstantItIsDrawnAsItStood() {
        assertThat(Readers.page(Role.HEAD, PAGE + "?asOf=" + taken))
                .contains("This is how it stood on", "1 register taken, 0 marks amended")
                .doesNotContain("Parent rang")
                .doesNotContain("Amend N");
    }

    @Test
    void everyInstantAtWhichSomethingChangedCanBeChosen() {
        assertThat(Readers.page(Role.HEAD, PAGE).split("<option value=\"2026")).hasSize(4);
    }

    @Test
    void aTeacherReadsNamesAndAnAuditorTheIds() {
        assertThat(Readers.page(Role.CLASS_TEACHER, PAGE))
                .contains("Ada Ash")
                .doesNotContain("/pupils/p1\"")
                .doesNotContain("amendments/p1");
        assertThat(Readers.page(Role.AUDITOR, PAGE)).contains("p1").doesNotContain("Ada Ash");
    }

    @Test
    void detailsOfHealthAreForWhoMayReadThem() {
        assertThat(Readers.page(Role.SAFEGUARDING_LEAD, PAGE)).contains("Detail of I");
        assertThat(Readers.page(Role.ATTENDANCE_OFFICER, PAGE)).doesNotContain("Detail of I");
    }

    @Test
    void whatWasCheckedIsSaidToWhoeverReadsIt() {
        for (Role role : List.of(Role.HEAD, Role.CLASS_TEACHER, Role.AUDITOR)) {
            assertThat(Readers.page(role, PAGE))
                    .contains("The 2 facts of this register hold", "Monday 14 September, morning")
                    .contains("they follow one another", "Not checked here");
        }
        assertThat(Readers.page(Role.HEAD, PAGE.replace("AM", "PM"))).contains("The one fact of this register holds");
        assertThat(Readers.page(Role.HEAD, PAGE.replace("14", "16"))).doesNotContain("of this register hold");
    }

    @Test
    void withoutAnInstantTheRegisterIsAsItIsNow() {
        assertThat(Readers.page(Role.HEAD, PAGE + "?asOf=")).contains("Parent rang");
    }

    @ParameterizedTest
    @CsvSource({"TRUST_EXECUTIVE, 403", "ADMIN, 403", "CLASS_TEACHER, 200", "AUDITOR, 200"})
    void theRolesAreThoseOfTheRegister(Role role, int status) {
        assertThat(Readers.status(role, PAGE)).isEqualTo(status);
        assertThat(Readers.status(role, "/schools/197040/registers")).isEqualTo(status);
    }

    @Test
    void anUnknownGroupIsNotFound() {
        assertThat(Readers.status(Role.HEAD, "/schools/197040/registers/2026-09-14/AM/9-Z"))
                .isEqualTo(404);
    }
}
