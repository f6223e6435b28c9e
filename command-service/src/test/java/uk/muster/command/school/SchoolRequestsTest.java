package uk.muster.command.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.muster.command.scene.Scene;
import uk.muster.command.school.SchoolCommand.DeclareClosure;
import uk.muster.command.school.SchoolCommand.PutSchool;
import uk.muster.http.body.Body;
import uk.muster.http.body.Fields;
import uk.muster.http.problem.Fault;
import uk.muster.http.problem.ProblemException;
import uk.muster.kernel.calendar.UnplannedClosure.Extent;

/** Bodies about schools: what is missing or has the wrong form is named, all of it at once, down to the knobs of a policy. */
class SchoolRequestsTest {

    private static final String SCHOOL =
            "{'name':'Ash Green','laCode':'810','phase':'PRIMARY','policyProfile':'%s','policyOverlay':%s}";
    private static final String CLOSURE =
            "{'date':'2026-11-19','code':'Y4','reason':'Snow','author':{'id':'h-1','name':'A. Invented','position':'Headteacher'}}";

    @ParameterizedTest
    @ValueSource(strings = {"hcat", "kts", "clore-shalom", "ipat", "national-baseline"})
    void withTheLeastOverlayAProfileIsWhole(String profile) {
        PutSchool command = read(SCHOOL.formatted(profile, Scene.leastOverlay(profile)), SchoolRequestsTest::putting);
        assertThat(command.policy().profileId()).isEqualTo(profile);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hcat", "kts", "clore-shalom", "ipat", "national-baseline"})
    void noProfileIsWholeByItself(String profile) {
        assertThat(faults(SCHOOL.formatted(profile, "{}"), SchoolRequestsTest::putting))
                .contains(
                        "/policyOverlay/sessions/pm/start",
                        "/policyOverlay/sessions/pm/register_closes",
                        "/policyOverlay/contacts");
    }

    @Test
    void ipatNeedsTheTimesOfTheMorningToo() {
        String pmOnly =
                "{'sessions':{'pm':{'start':'13:00','register_closes':'13:15'}},'contacts':[{'role':'office','name':'A. Khan'}]}";
        assertThat(faults(SCHOOL.formatted("ipat", pmOnly), SchoolRequestsTest::putting))
                .containsExactlyInAnyOrder(
                        "/policyOverlay/sessions/am/arrival_due",
                        "/policyOverlay/sessions/am/register_open_from",
                        "/policyOverlay/sessions/am/late_from",
                        "/policyOverlay/sessions/am/register_closes");
    }

    @Test
    void aRegisterIsOpenForThirtyMinutesAtMost() {
        // IPAT-12
        String tooLong = Scene.leastOverlay("ipat").replace("09:10", "09:21");
        ProblemException e = refusal(SCHOOL.formatted("ipat", tooLong), SchoolRequestsTest::putting);
        assertThat(e.problem().status()).isEqualTo(422);
        assertThat(e.problem().errors()).isNotEmpty();
    }

    @Test
    void faultsOfTheSchoolAndOfItsPolicyAreNamedTogether() {
        assertThat(faults(
                        "{'laCode':'81','phase':'NURSERY','policyProfile':'kts','policyOverlay':{}}",
                        SchoolRequestsTest::putting))
                .contains("/name", "/laCode", "/phase", "/policyOverlay/contacts");
    }

    @Test
    void aProfileNobodyKnowsIsRefused() {
        assertThat(faults(SCHOOL.formatted("hogwarts", "{}"), SchoolRequestsTest::putting))
                .containsExactly("/policyProfile");
    }

    @Test
    void aKnobNobodyKnowsIsRefused() {
        String overlay = Scene.leastOverlay("hcat").replace("{\"sessions\"", "{\"fines\": 60, \"sessions\"");
        assertThat(faults(SCHOOL.formatted("hcat", overlay), SchoolRequestsTest::putting))
                .containsExactly("/policyOverlay/fines");
    }

    @Test
    void aTrustIsSpelledAsItStandsInAUrl() {
        String overlay = Scene.leastOverlay("hcat");
        String body = SCHOOL.formatted("hcat", overlay);
        assertThat(read(body.replace("'phase'", "'trust':'hope-trust','phase'"), SchoolRequestsTest::putting)
                        .details()
                        .trust())
                .isEqualTo("hope-trust");
        assertThat(faults(body.replace("'phase'", "'trust':'Hope Trust','phase'"), SchoolRequestsTest::putting))
                .containsExactly("/trust");
    }

    @Test
    void aCalendarNamesWhatItLacks() {
        assertThat(faults("{}", fields -> SchoolRequests.publishing(Scene.SCHOOL, Scene.YEAR, fields)))
                .containsExactly("/terms");
        assertThat(faults(
                        "{'terms':[{'name':'Autumn 1','from':'2026-09-02'}],'closures':[{'date':'2026-09-11','kind':'HOLIDAY'}]}",
                        fields -> SchoolRequests.publishing(Scene.SCHOOL, Scene.YEAR, fields)))
                .containsExactly("/terms/0/to", "/closures/0/kind");
    }

    @Test
    void whatCanBeReadOfACalendarIsJudgedAndNamedByItsPlaceInTheBody() {
        assertThat(faults("""
                        {'terms':[{'name':'Autumn 1'},{'name':'Autumn 2','from':'2026-12-18','to':'2026-11-02'}],
                         'closures':[{'date':'2026-11-03','kind':'BANK_HOLIDAY'}]}""", fields -> SchoolRequests.publishing(Scene.SCHOOL, Scene.YEAR, fields)))
                .as("whether the closure lies in Autumn 1 is unknown")
                .containsExactly("/terms/0/from", "/terms/0/to", "/terms/1/to");
        assertThat(faults("""
                        {'terms':[{'name':'Autumn 1','from':'2026-09-02','to':'2026-10-16'}],
                         'closures':[{'date':'2026-09-11','kind':'SNOW'},{'date':'2026-11-03','kind':'BANK_HOLIDAY'}]}""", fields -> SchoolRequests.publishing(Scene.SCHOOL, Scene.YEAR, fields)))
                .containsExactly("/closures/0/kind", "/closures/1/date");
    }

    @Test
    void aClosureIsOfThePremisesInPartOrOfTheWholeSite() {
        assertThat(read(CLOSURE, SchoolRequestsTest::declaring).extent()).isEqualTo(Extent.WHOLE);
        assertThat(read(CLOSURE.replace("Y4", "Y3"), SchoolRequestsTest::declaring)
                        .extent())
                .isEqualTo(Extent.PART);
        assertThat(read(CLOSURE, SchoolRequestsTest::declaring).session()).isEqualTo(Optional.empty());
        assertThat(faults(CLOSURE.replace("Y4", "Y5"), SchoolRequestsTest::declaring))
                .containsExactly("/code");
    }

    @Test
    void aClosureNeedsAReasonAndAnAuthor() {
        assertThat(faults("{'date':'2026-11-19','code':'Y4','reason':' '}", SchoolRequestsTest::declaring))
                .containsExactly("/reason", "/author");
    }

    private static PutSchool putting(Fields body) {
        return SchoolRequests.putting(Scene.SCHOOL, body);
    }

    private static DeclareClosure declaring(Fields body) {
        return SchoolRequests.declaring(Scene.SCHOOL, body);
    }

    private static <T> T read(String body, Function<Fields, T> reader) {
        return Body.parse(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8))
                .read(reader);
    }

    private static ProblemException refusal(String body, Function<Fields, ?> reader) {
        return catchThrowableOfType(ProblemException.class, () -> read(body, reader));
    }

    private static List<String> faults(String body, Function<Fields, ?> reader) {
        return refusal(body, reader).problem().errors().stream()
                .map(Fault::pointer)
                .toList();
    }
}
