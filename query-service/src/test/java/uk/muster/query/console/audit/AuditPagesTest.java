package uk.muster.query.console.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.muster.http.identity.Role;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.TestService;
import uk.muster.query.audit.CheckpointRecord;
import uk.muster.query.testing.MemoryCheckpoints;
import uk.muster.query.testing.Readers;
import uk.muster.query.testing.TestProfile;

/** What an auditor reads of a school with one register that was amended, and of one with many amendments. */
class AuditPagesTest {

    private static final TestService SERVICE = TestService.shared();
    private static final Urn SCHOOL = new Urn(197060);
    private static final Urn MANY = new Urn(197061);
    private static final String REGISTER = "197060/2026-09-14/AM/4-A";
    private static final String AMENDMENTS = "/audit/amendments?urn=197060";
    private static final String REPLAY = "/audit/replay?urn=197060&date=2026-09-14&session=AM&group=4-A";
    private static final Pattern NEXT = Pattern.compile("href=\"([^\"]+)\">Next page");

    private static String hash = "";
    private static String note = "";
    private static long size;

    @BeforeAll
    static void record() {
        LocalDate start = LocalDate.of(2026, 9, 1);
        SERVICE.ledger.openSchool(SCHOOL, TestProfile.JSON);
        SERVICE.ledger.admit(SCHOOL, "p1", "Ash", "4-A", start);
        SERVICE.ledger.admit(SCHOOL, "p2", "Birch", "4-A", start);
        SERVICE.ledger.take(REGISTER, "p1", "N", "p2", "/");
        hash = HexFormat.of()
                .formatHex(SERVICE.ledger.amend(REGISTER, "p1", "N", "I").hash());
        SERVICE.ledger.openSchool(MANY, TestProfile.JSON);
        SERVICE.ledger.admit(MANY, "p1", "Cedar", "4-A", start);
        SERVICE.ledger.take("197061/2026-09-14/AM/4-A", "p1", "N");
        for (int i = 0; i < 51; i++) {
            SERVICE.ledger.amend("197061/2026-09-14/AM/4-A", "p1", "N", "I");
            SERVICE.ledger.amend("197061/2026-09-14/AM/4-A", "p1", "I", "N");
        }
        CheckpointRecord signed =
                SERVICE.context().getBean(MemoryCheckpoints.class).make();
        note = signed.note();
        size = signed.size();
    }

    @Test
    void anAmendmentHasItsFiveItemsAndNoName() {
        assertThat(Readers.page(Role.AUDITOR, AMENDMENTS))
                .contains("1 amendment<", "Elm Road")
                .containsSubsequence(
                        "4-A, morning of 14 September 2026",
                        ">p1<",
                        "<del class=\"mu-code\">N</del>",
                        "<ins class=\"mu-code\">I</ins>",
                        "Parent rang",
                        "S. Lind, attendance officer")
                .doesNotContain("Ada Ash");
    }

    @Test
    void amendmentsAreFoundByPupilAuthorAndDay() {
        for (String found :
                List.of("&author=o-7", "&pupilId=p1&author=&from=2026-09-14&to=2026-09-14", "&pupilId=&from=&to=")) {
            assertThat(Readers.page(Role.AUDITOR, AMENDMENTS + found)).contains("1 amendment<");
        }
        for (String none : List.of("&pupilId=p2", "&author=t-114", "&from=2026-09-15", "&to=2026-09-13")) {
            assertThat(Readers.page(Role.AUDITOR, AMENDMENTS + none)).as(none).contains("No mark was amended");
        }
        assertThat(Readers.status(Role.AUDITOR, AMENDMENTS + "&from=yesterday")).isEqualTo(400);
    }

    @Test
    void whatIsMoreThanAPageGoesOn() {
        String first = Readers.page(Role.AUDITOR, "/audit/amendments?urn=197061&author=o-7");
        assertThat(first).contains("More than 100 amendments");
        String next = NEXT.matcher(first)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow();
        assertThat(next).contains("urn=197061", "author=o-7");
        String query = next.substring(next.indexOf('?'), next.indexOf("\">")).replace("&amp;", "&");
        assertThat(Readers.page(Role.AUDITOR, "/audit/amendments" + query)).contains("2 further amendments");
    }

    @Test
    void everyAmendmentOfTheCallersSchoolsIsListedWithoutOneNamed() {
        assertThat(Readers.get(Role.AUDITOR, "197060", "/audit/amendments").body())
                .contains("1 amendment<", ">197060<")
                .doesNotContain("197061");
    }

    @Test
    void whoLookedIsListedTheNewestFirst() {
        Readers.page(Role.HEAD, "/schools/197060/pupils/p1");
        Readers.page(Role.AUDITOR, REPLAY);
        assertThat(Readers.page(Role.AUDITOR, "/audit/access?urn=197060"))
                .containsSubsequence(
                        "s-auditor",
                        "Replay",
                        "4-A, morning of 14 September 2026",
                        "s-head",
                        "Page of a child",
                        ">p1<");
        assertThat(Readers.page(Role.AUDITOR, "/audit/access?urn=197060&to=2025-08-01"))
                .contains("Nobody looked");
        assertThat(Readers.page(Role.AUDITOR, "/audit/access?urn=197060&pupilId=p1"))
                .contains("Page of a child");
    }

    @Test
    void aRegisterIsReplayedFactByFact() {
        assertThat(Readers.page(Role.AUDITOR, REPLAY))
                .contains("2 facts made this register", "href=\"/schools/197060/registers/2026-09-14/AM/4-A\"")
                .containsSubsequence("Register taken", "not taken", "no mark", "Mark amended", "Parent rang", "p1")
                .contains("1 other mark as before", hash)
                .doesNotContain("Ada Ash");
    }

    @Test
    void aRegisterInWhichNothingWasRecordedIsNotFound() {
        assertThat(Readers.status(Role.AUDITOR, REPLAY.replace("AM", "PM"))).isEqualTo(404);
    }

    @Test
    void aCheckpointIsShownToTheLetter() {
        assertThat(Readers.page(Role.AUDITOR, "/audit/checkpoints"))
                .contains("ledger’s first " + size + " facts")
                .contains(note.lines().findFirst().orElseThrow() + "\n" + size + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/audit/access", "/audit/replay", "/audit/replay?urn=197060&date=&session=AM&group="})
    void aPageAsksForWhatItNeeds(String page) {
        assertThat(Readers.page(Role.AUDITOR, page)).contains("School (URN)", "aria-label=\"Audit\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/audit/amendments?urn=197060",
                "/audit/access?urn=197060",
                "/audit/checkpoints?urn=197060",
                "/audit/replay?urn=197060&date=2026-09-14&session=AM&group=4-A"
            })
    void anotherSchoolIsUnknown(String page) {
        assertThat(Readers.get(Role.AUDITOR, "197061", page).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "AUDITOR")
    void theAuditIsTheAuditorsAlone(Role role) {
        for (String page : List.of("/audit/amendments", "/audit/access", "/audit/checkpoints", "/audit/replay")) {
            assertThat(Readers.status(role, page)).as(page).isEqualTo(403);
        }
    }
}
