package uk.muster.command.pupil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import uk.muster.command.pupil.PupilCommand.Admission;
import uk.muster.command.scene.Scene;
import uk.muster.http.problem.Fault;
import uk.muster.http.problem.ProblemException;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.code.Enrolment;
import uk.muster.kernel.policy.VulnerabilityFlag;

/** Bodies about pupils: what is missing or has the wrong form is named, all of it at once. */
class PupilRequestsTest {

    private final Scene scene = new Scene();

    private Admission read(Consumer<ObjectNode> changes) {
        return PupilScene.body(PupilScene.usual(), changes)
                .read(fields -> PupilRequests.admission(fields, scene.vault(), London.dateOf(scene.now())));
    }

    private List<String> faults(Consumer<ObjectNode> changes) {
        ProblemException e = catchThrowableOfType(ProblemException.class, () -> read(changes));
        return e.problem().errors().stream().map(Fault::pointer).toList();
    }

    @Test
    void aPupilWithoutAnythingNamesEverythingTheRegisterNeeds() {
        assertThat(faults(ObjectNode::removeAll))
                .containsExactlyInAnyOrder(
                        "/upn",
                        "/forename",
                        "/surname",
                        "/dateOfBirth",
                        "/yearGroup",
                        "/group",
                        "/admittedOn",
                        "/contacts",
                        "/flags");
    }

    @Test
    void aUpnWithAWrongCheckLetterIsRefusedAndNotRepeated() {
        String upn = Scene.upn("p1").value();
        String wrong = (upn.charAt(0) == 'A' ? "B" : "A") + upn.substring(1);
        ProblemException e = catchThrowableOfType(ProblemException.class, () -> read(body -> body.put("upn", wrong)));
        assertThat(e.problem().status()).isEqualTo(422);
        assertThat(e.problem().errors()).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/upn");
            assertThat(fault.message()).doesNotContain(wrong);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"N1", "N2", "R", "1", "13"})
    void aYearGroupIsOneOfTheNationalCurriculum(String yearGroup) {
        assertThat(read(body -> body.put("yearGroup", yearGroup)).yearGroup()).isEqualTo(yearGroup);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "14", "Year 4", "r", "N3"})
    void anyOtherYearGroupIsRefused(String yearGroup) {
        assertThat(faults(body -> body.put("yearGroup", yearGroup))).containsExactly("/yearGroup");
    }

    @ParameterizedTest
    @CsvSource({"C, SINGLE", "M, MAIN", "S, SUBSIDIARY"})
    void anEnrolmentIsALetterOfTheCensus(String status, Enrolment enrolment) {
        assertThat(read(body -> body.put("enrolmentStatus", status)).enrolment())
                .isEqualTo(enrolment);
    }

    @Test
    void withoutAStatusAnEnrolmentIsSingle() {
        assertThat(read(body -> body.put("sex", "F")).enrolment()).isEqualTo(Enrolment.SINGLE);
        assertThat(faults(body -> body.put("enrolmentStatus", "X"))).containsExactly("/enrolmentStatus");
    }

    @Test
    void everyFlagOfTheContractIsTaken() {
        Admission admission = read(body -> {
            ArrayNode flags = body.putArray("flags");
            for (VulnerabilityFlag flag : VulnerabilityFlag.values()) {
                flags.add(flag.name());
            }
        });
        assertThat(admission.flags()).containsExactlyInAnyOrder(VulnerabilityFlag.values());
        assertThat(faults(body -> body.putArray("flags").add("LATE_AGAIN"))).containsExactly("/flags/0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"c1", "not an id"})
    void aContactIsNamedOnceAndWhole(String id) {
        assertThat(faults(body -> body.withArray("contacts").addObject().put("id", id)))
                .containsExactlyInAnyOrder(
                        "/contacts/1/id",
                        "/contacts/1/name",
                        "/contacts/1/relationship",
                        "/contacts/1/priority",
                        "/contacts/1/livesWith");
    }

    @Test
    void whatIsPersonalIsNeverRepeatedInAFault() {
        ProblemException e = catchThrowableOfType(
                ProblemException.class,
                () -> read(body -> body.put("surname", "x".repeat(201))
                        .put("dateOfBirth", "5 November 2017")
                        .put("group", "Robin Example")));
        assertThat(e.problem().toString()).doesNotContain("xxx", "November", "Robin");
    }

    @Test
    void aGroupBeforeTheAdmissionIsRefused() {
        assertThat(faults(body -> body.put("groupFrom", "2026-08-31"))).containsExactly("/groupFrom");
    }

    @ParameterizedTest
    @CsvSource({"2026-09-08, 2026-09-08", "1996-09-06, 2026-09-01"})
    void aDateOfBirthThatIsNoPupilsIsRefused(String born, String admitted) {
        assertThat(faults(body -> body.put("dateOfBirth", born).put("admittedOn", admitted)))
                .containsExactly("/dateOfBirth");
    }

    @Test
    void anAdmissionBeforeTheBirthIsRefused() {
        assertThat(faults(body -> body.put("admittedOn", "2017-11-04"))).containsExactly("/admittedOn");
    }

    @Test
    void datesThatDoNotAgreeAreNamedWithWhatIsMissing() {
        assertThat(faults(body -> body.put("groupFrom", "2026-08-31")
                        .put("dateOfBirth", "2027-01-01")
                        .remove("surname")))
                .containsExactly("/surname", "/dateOfBirth", "/admittedOn", "/groupFrom");
    }
}
