package uk.muster.query.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import tools.jackson.databind.JsonNode;
import uk.muster.http.identity.Role;
import uk.muster.kernel.event.AbsenceEvent.Channel;
import uk.muster.kernel.event.AbsenceEvent.Outcome;
import uk.muster.kernel.event.AbsenceEvent.VisitOutcome;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.TestService;
import uk.muster.query.testing.MemoryCheckpoints;
import uk.muster.query.testing.TestFollowUp;
import uk.muster.query.testing.TestLedger;
import uk.muster.query.testing.TestProfile;
import uk.muster.verifier.DataRule;
import uk.muster.verifier.Verdict;
import uk.muster.verifier.Verifier;
import uk.muster.verifier.proof.BrokenNoteException;
import uk.muster.verifier.proof.NoteKey;

/** What leaves the school about one child, and what it proves. */
class EvidenceTest {

    private static final Urn URN = new Urn(162011);
    private static final String EVIDENCE = "/api/v1/schools/162011/pupils/p1/evidence?from=2026-09-02&to=2026-09-04";
    private static final String RECORD = "/api/v1/schools/162011/pupils/p1/record";
    private static final TestService SERVICE = TestService.shared();
    private static final TestLedger LEDGER = SERVICE.ledger;
    private static final MemoryCheckpoints CHECKPOINTS = SERVICE.context().getBean(MemoryCheckpoints.class);

    @BeforeAll
    static void record() {
        LEDGER.openSchool(URN, TestProfile.JSON);
        LEDGER.admit(URN, "p1", "Ashworth", "4-A", LocalDate.of(2026, 9, 1));
        LEDGER.admit(URN, "otherchild", "Birchwood", "4-A", LocalDate.of(2026, 9, 1));
        LEDGER.take(URN + "/2026-09-01/AM/4-A", "p1", "N", "otherchild", "/");
        LEDGER.take(URN + "/2026-09-02/AM/4-A", "p1", "N", "otherchild", "N");
        LEDGER.take(URN + "/2026-09-02/PM/4-A", "p1", "\\", "otherchild", "\\");
        TestFollowUp p1 = LEDGER.followUp(URN, "p1");
        p1.attempt(Instant.parse("2026-09-02T08:20:00Z"), Channel.PHONE, Outcome.NO_ANSWER, null);
        p1.visit(Instant.parse("2026-09-02T13:20:00Z"), VisitOutcome.SPOKE_TO_ADULT);
        LEDGER.amend(URN + "/2026-09-02/AM/4-A", "p1", "N", "O");
        LEDGER.amend(URN + "/2026-09-02/AM/4-A", "otherchild", "N", "I");
        CHECKPOINTS.make();
        SERVICE.catchUp();
    }

    @BeforeEach
    void onTheFriday() {
        SERVICE.clock("2026-09-04T12:00:00Z");
    }

    private static JsonNode pack(Purpose purpose) {
        return SERVICE.get(Role.HEAD, EVIDENCE + "&format=json&purpose=" + purpose)
                .json();
    }

    private static String proofs(Purpose purpose) {
        return SERVICE.get(Role.HEAD, EVIDENCE + "&format=proofs&purpose=" + purpose)
                .body();
    }

    private static Verdict verdict(String proofs) throws IOException, BrokenNoteException {
        return new Verifier(DataRule.published(), NoteKey.parse(CHECKPOINTS.publicKey()))
                .check("proofs.ndjson", new ByteArrayInputStream(proofs.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void itHasTheCertificateWithWhatWasAmendedAndByWhom() {
        JsonNode pack = pack(Purpose.PENALTY);
        JsonNode certificate = pack.get("certificate");
        assertThat(certificate.get("possible").intValue()).isEqualTo(2);
        assertThat(certificate.get("unauthorisedAbsence").intValue()).isEqualTo(1);
        assertThat(certificate.at("/sessions/0").toString())
                .contains("\"date\":\"2026-09-02\"", "\"code\":\"O\"", "\"originalCode\":\"N\"", "\"counted\":true");
        assertThat(certificate.at("/sessions/1").has("originalCode")).isFalse();
        assertThat(pack.get("amendments")).hasSize(1);
        assertThat(pack.at("/amendments/0/by/name").stringValue()).isEqualTo("S. Lind");
        assertThat(pack.at("/pupil/name").stringValue()).endsWith("Ashworth");
        assertThat(pack.get("windows")).isNotEmpty();
    }

    @Test
    void eachPurposeHasWhatItNeedsAndNoMore() {
        // IPAT-50: visits are for those who safeguard
        assertThat(pack(Purpose.PENALTY).get("contacts")).hasSize(1);
        assertThat(pack(Purpose.PENALTY).get("enrolment")).isEmpty();
        assertThat(proofs(Purpose.PENALTY)).doesNotContain("home-visit-recorded", "pupil-admitted");
        assertThat(pack(Purpose.CME).get("contacts")).hasSize(2);
        assertThat(pack(Purpose.CME).get("enrolment")).isNotEmpty();
        assertThat(proofs(Purpose.CME)).contains("home-visit-recorded", "pupil-admitted");
    }

    @Test
    void whatIsBehindItIsProvenWithoutTheSchool() throws IOException, BrokenNoteException {
        for (Purpose purpose : List.of(Purpose.PENALTY, Purpose.CME)) {
            String proofs = proofs(purpose);
            assertThat(verdict(proofs))
                    .isInstanceOfSatisfying(
                            Verdict.Holds.class,
                            holds -> assertThat(holds.inWords()).contains("signed by muster.example/ledger"));
            assertThat(pack(purpose).at("/proofs/events").longValue())
                    .isEqualTo(proofs.lines().count() / 2);
            assertThat(pack(purpose).at("/proofs/later").intValue()).isZero();
        }
        String altered = proofs(Purpose.PENALTY).replace("\"amendedCode\":\"O\"", "\"amendedCode\":\"I\"");
        assertThat(verdict(altered)).isInstanceOf(Verdict.Wrong.class);
    }

    @Test
    void nothingSaysWhoTheOtherChildrenAre() {
        for (Purpose purpose : List.of(Purpose.PENALTY, Purpose.CME)) {
            assertThat(proofs(purpose)).contains("\"pupilId\":\"withheld\"").doesNotContain("otherchild");
            assertThat(pack(purpose).toString()).doesNotContain("otherchild", "Birchwood");
        }
    }

    @Test
    void whatIsOutsideThePeriodIsLeftOut() {
        assertThat(pack(Purpose.CME).at("/certificate/sessions")).hasSize(2);
        assertThat(proofs(Purpose.CME)).doesNotContain("\"date\":\"2026-09-01\"");
    }

    @Test
    void itIsPrintedAsAnArchivableFile() throws Exception {
        byte[] pdf = SERVICE.file(Role.HEAD, EVIDENCE + "&format=pdf&purpose=CME");

        VeraGreenfieldFoundryProvider.initialise();
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_2_A);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_A, false)) {
            assertThat(validator.validate(parser).getTestAssertions())
                    .extracting(TestAssertion::getMessage)
                    .isEmpty();
        }
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Registration certificate", "Ashworth", "O (was N)", "S. Lind", "section 566")
                    .contains("Phoned: no answer", "Home visit: spoke to an adult", "muster.example/ledger");
        }
    }

    @Test
    void theArchiveHasAllOfIt() throws IOException {
        byte[] archive = SERVICE.file(Role.HEAD, EVIDENCE + "&purpose=PENALTY");
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertThat(names).containsExactly("README.txt", "evidence.pdf", "evidence.json", "proofs.ndjson");
    }

    @ParameterizedTest
    @CsvSource({
        "HEAD, &purpose=PENALTY, 200, application/zip",
        "SAFEGUARDING_LEAD, &purpose=CME&format=pdf, 200, application/pdf",
        "ATTENDANCE_OFFICER, &purpose=PENALTY, 403, application/problem+json",
        "AUDITOR, &purpose=PENALTY, 403, application/problem+json",
        "HEAD, '', 400, application/problem+json",
        "HEAD, &purpose=CURIOSITY, 400, application/problem+json",
        "HEAD, &purpose=CME&format=doc, 422, application/problem+json",
        "HEAD, &purpose=RECORD, 422, application/problem+json"
    })
    void isGivenToThoseWhoMay(Role role, String more, int status, String type) {
        TestService.Answer answer = SERVICE.get(role, EVIDENCE + more);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.response().headers().firstValue("Content-Type").orElseThrow())
                .startsWith(type);
    }

    @Test
    void aPeriodThatEndsBeforeItBeginsIsRefused() {
        String path = "/api/v1/schools/162011/pupils/p1/evidence?purpose=CME&from=2026-09-04&to=2026-09-03";
        assertThat(SERVICE.get(Role.HEAD, path).status()).isEqualTo(422);
        String unknown = "/api/v1/schools/162011/pupils/p9/evidence?purpose=CME&from=2026-09-04&to=2026-09-04";
        assertThat(SERVICE.get(Role.HEAD, unknown).status()).isEqualTo(404);
    }

    @Test
    void theEducationalRecordSaysNothingOfStaffButWhoAmended() {
        JsonNode record = SERVICE.get(Role.HEAD, RECORD + "?format=json&askedOn=2026-09-02")
                .json();

        assertThat(record.at("/amendments/0/by").toString())
                .isEqualTo("{\"name\":\"S. Lind\",\"position\":\"Attendance officer\"}");
        assertThat(record.get("contacts")).hasSize(1);
        assertThat(record.at("/contacts/0/by").toString()).isEqualTo("{\"position\":\"Attendance officer\"}");
        assertThat(record.at("/leftOut/HOME_VISIT").intValue()).isEqualTo(1);
        assertThat(record.has("proofs")).isFalse();
        assertThat(record.at("/certificate/sessions")).hasSize(3);
        assertThat(record.get("admission").get("contacts")).isNotNull();
        assertThat(record.get("answerBy").stringValue()).isEqualTo("2026-09-23");
        assertThat(record.toString()).doesNotContain("otherchild", "Birchwood", "o-7");
    }

    @Test
    void theEducationalRecordIsPrintedForTheHead() throws IOException {
        try (PDDocument document = Loader.loadPDF(SERVICE.file(Role.HEAD, RECORD))) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Educational record", "Ashworth", "To be given by", "Left out", "1 home visit")
                    .doesNotContain("Head teacher", "proofs.ndjson");
        }
        assertThat(SERVICE.get(Role.SAFEGUARDING_LEAD, RECORD).status()).isEqualTo(403);
        assertThat(SERVICE.get(Role.HEAD, RECORD + "?format=zip").status()).isEqualTo(422);
    }
}
