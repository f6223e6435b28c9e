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
import uk.muster.query.access.MemoryLooks;
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
    void aWeekIsReadAtOnceAndRecordedAsOneLook() {
        Readers.page(Role.HEAD, PAGE);
        int looks = SERVICE.context().getBean(MemoryLooks.class).count();
        int before = SERVICE.queries();
        Readers.of(Role.HEAD, "*").get(PAGE);
        assertThat(SERVICE.queries() - before)
                .as("the school twice, the class, its registers, pupils by id and number")
                .isLessThanOrEqualTo(6);
        assertThat(SERVICE.context().getBean(MemoryLooks.class).count()).isEqualTo(looks + 1);
    }

    @Test
    void aTermHasARowForEachPupilWithTheirCountsAndEveryAmendment() {
        assertThat(Readers.page(Role.HEAD, PAGE + "?view=term"))
                .contains("Autumn term of 2026 to 27", "2 registers taken, 1 mark amended")
                .containsSubsequence(
                        "Ada Ash</a></th>", "<td class=\"i\"><a href=\"#m1\">I</a></td>", "<td class=\"n\">N</td>")
                .containsSubsequence("Ada Birch</a></th>", "<td>/</td>", "<td>\\</td>", "<td class=\"t\">2</td>")
                .containsSubsequence("id=\"m1\"", "Mon 14 Sep, morning", "Parent rang", "S. Lind, attendance officer");
    }

    @Test
    void aTermIsDrawnAsItStoodToo() {
        assertThat(Readers.page(Role.HEAD, PAGE + "?view=term&asOf=" + taken))
                .contains("This is how it stood on", "1 register taken, 0 marks amended")
                .doesNotContain("Parent rang");
    }

    @Test
    void aTeacherReadsATermWithoutLinksAndAnAuditorTheIds() {
        assertThat(Readers.page(Role.CLASS_TEACHER, PAGE + "?view=term"))
                .contains("<th scope=\"row\">Ada Ash</th>")
                .doesNotContain("Detail of I");
        assertThat(Readers.page(Role.AUDITOR, PAGE + "?view=term"))
                .contains("<th scope=\"row\">p1</th>")
                .doesNotContain("Ada Ash");
    }

    @ParameterizedTest
    @CsvSource({"2026-09-14, 200", "2027-01-10, 200", "2020-01-06, 200"})
    void aDayWithoutATermLeadsToTheOneBeforeOrElseTheFirst(String date, int status) {
        assertThat(Readers.status(Role.HEAD, "/schools/197040/registers/" + date + "/AM/4-A?view=term"))
                .isEqualTo(status);
    }

    @Test
    void aRegisterIsShownByWeekOrByTerm() {
        assertThat(Readers.status(Role.HEAD, PAGE + "?view=year")).isEqualTo(400);
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
