package uk.muster.command.pupil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.node.ObjectNode;
import uk.muster.command.scene.Outcome;
import uk.muster.command.scene.Scene;
import uk.muster.http.problem.ProblemException;
import uk.muster.kernel.code.Enrolment;
import uk.muster.kernel.event.EventTypes;
import uk.muster.kernel.event.MusterEvent;
import uk.muster.kernel.event.PupilEvent.Contact;
import uk.muster.kernel.event.PupilEvent.ContactsChanged;
import uk.muster.kernel.event.PupilEvent.PupilAdmitted;
import uk.muster.kernel.event.PupilEvent.PupilDetails;
import uk.muster.kernel.event.PupilEvent.PupilDetailsChanged;
import uk.muster.kernel.event.PupilEvent.PupilIdentity;
import uk.muster.kernel.event.PupilEvent.PupilMovedGroup;
import uk.muster.kernel.event.PupilEvent.VulnerabilityFlagsChanged;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;

/** {@code PUT /schools/{urn}/pupils/{pupilId}}: the admission register (reg 8). */
class PuttingPupilTest {

    private final PupilScene hcat = PupilScene.of("hcat");

    @Test
    void aNewNameIsAdmitted() {
        Outcome outcome = hcat.put().isAnswered(201);
        PupilAdmitted admitted = outcome.onlyEvent(PupilAdmitted.class);
        assertThat(admitted.admittedOn()).isEqualTo("2026-09-01");
        assertThat(admitted.group()).isEqualTo(new GroupId("3A"));
        assertThat(admitted.placement().enrolment()).isEqualTo(Enrolment.SINGLE);
        assertThat(admitted.placement().compulsoryAge().firstDay()).isEqualTo("2022-12-31");
        assertThat(outcome.body("id")).isEqualTo("900001/p1");
    }

    @Test
    void whatIsPersonalIsSealed() {
        PupilAdmitted admitted = hcat.put().onlyEvent(PupilAdmitted.class);
        assertThat(hcat.scene.vault().openJson(admitted.details(), PupilDetails.class))
                .contains(new PupilDetails(
                        Scene.upn("p1").value(), "Robin", "Example", LocalDate.parse("2017-11-05"), null, null, null));
        assertThat(hcat.scene.vault().openJson(admitted.contacts(), new TypeReference<List<Contact>>() {}))
                .contains(
                        List.of(new Contact("c1", "Sam Example", "parent", "01632 960001", null, null, 1, true, null)));
        assertThat(EventTypes.write(admitted))
                .asString(StandardCharsets.UTF_8)
                .doesNotContain(
                        "Robin",
                        "Example",
                        "960001",
                        "EHCP",
                        "2017-11-05",
                        Scene.upn("p1").value(),
                        // Quoted, since ciphertext in Base64 holds any two letters now and then.
                        "\"p1\"");
    }

    @Test
    void thePupilsNumberOpensWithTheSaltAndNotWithout() {
        PupilAdmitted admitted = hcat.put().onlyEvent(PupilAdmitted.class);
        PupilIdentity identity = identity(admitted);
        byte[] salt = Base64.getUrlDecoder().decode(identity.salt());
        assertThat(PupilNumber.of(Scene.SCHOOL, new PupilId(identity.pupilId()), salt))
                .isEqualTo(admitted.pupil());
    }

    @Test
    void withTheFirstPutTheGroupBeginsOnTheDayOfAdmission() {
        assertThat(hcat.put().onlyEvent(PupilAdmitted.class).groupFrom()).isEqualTo("2026-09-01");
    }

    @Test
    void theGroupMayBeginLaterThanTheAdmission() {
        assertThat(hcat.put(body -> body.put("groupFrom", "2026-09-07"))
                        .onlyEvent(PupilAdmitted.class)
                        .groupFrom())
                .isEqualTo("2026-09-07");
    }

    @Test
    void theSameBodyAgainRecordsNothing() {
        hcat.admitted().put().recordsNothing(200);
    }

    @Test
    void theSameBodyWithItsFlagsInAnotherOrderRecordsNothing() {
        hcat.admitted(flags("EHCP", "YOUNG_CARER"))
                .put(flags("YOUNG_CARER", "EHCP"))
                .recordsNothing(200);
    }

    @Test
    void theSameBodyAYearLaterRecordsNothing() {
        hcat.admitted().at("2027-09-07T08:00:00Z").put().recordsNothing(200);
    }

    @Test
    void aChangeOfDetailsIsAFactOfItsOwn() {
        Outcome outcome = hcat.admitted()
                .put(body -> body.put("surname", "Sample").put("enrolmentStatus", "M"))
                .isAnswered(200);
        PupilDetailsChanged changed = outcome.onlyEvent(PupilDetailsChanged.class);
        assertThat(changed.placement().enrolment()).isEqualTo(Enrolment.MAIN);
        assertThat(hcat.scene
                        .vault()
                        .openJson(changed.details(), PupilDetails.class)
                        .orElseThrow()
                        .surname())
                .isEqualTo("Sample");
    }

    @Test
    void aCorrectedDateOfBirthMovesTheDaysOfCompulsorySchoolAge() {
        PupilDetailsChanged changed = hcat.admitted()
                .put(body -> body.put("dateOfBirth", "2022-05-01"))
                .onlyEvent(PupilDetailsChanged.class);
        assertThat(changed.placement().compulsoryAge().firstDay()).isEqualTo("2027-08-31");
    }

    @Test
    void changedFlagsAreAFactOfTheirOwn() {
        VulnerabilityFlagsChanged changed =
                hcat.admitted().put(flags("SOCIAL_WORKER")).onlyEvent(VulnerabilityFlagsChanged.class);
        assertThat(hcat.scene.open(changed.flags())).isEqualTo("[\"SOCIAL_WORKER\"]");
    }

    @Test
    void changedContactsAreAFactOfTheirOwn() {
        Outcome outcome = hcat.admitted().put(body -> body.putArray("contacts"));
        assertThat(hcat.scene.open(outcome.onlyEvent(ContactsChanged.class).contacts()))
                .isEqualTo("[]");
    }

    @Test
    void everythingChangedAtOnceIsAFactForEachPart() {
        Outcome outcome = hcat.admitted().put(body -> {
            body.put("forename", "Alex").put("group", "3B");
            body.putArray("contacts");
            body.putArray("flags");
        });
        assertThat(outcome.isAnswered(200).events().stream().<Class<?>>map(MusterEvent::getClass))
                .containsExactly(
                        PupilDetailsChanged.class,
                        VulnerabilityFlagsChanged.class,
                        ContactsChanged.class,
                        PupilMovedGroup.class);
    }

    @Test
    void aMoveBeginsTodayUnlessADayIsGiven() {
        assertThat(hcat.admitted().put(group("3B")).onlyEvent(PupilMovedGroup.class))
                .isEqualTo(move("3B", "2026-09-07"));
        assertThat(hcat.put(group("3B", "2026-09-03")).onlyEvent(PupilMovedGroup.class))
                .as("backdated")
                .isEqualTo(move("3B", "2026-09-03"));
        assertThat(hcat.put(group("3B", "2026-10-26")).onlyEvent(PupilMovedGroup.class))
                .as("ahead")
                .isEqualTo(move("3B", "2026-10-26"));
    }

    @Test
    void todayIsTheDayOfLondon() {
        assertThat(hcat.admitted().at("2026-09-07T23:30:00Z").put(group("3B")).onlyEvent(PupilMovedGroup.class))
                .isEqualTo(move("3B", "2026-09-08"));
    }

    @Test
    void aMoveBeforeTheAdmissionBeginsWithIt() {
        hcat.admitted(body -> body.put("admittedOn", "2026-10-26"));
        assertThat(hcat.put(body -> body.put("admittedOn", "2026-10-26").put("group", "3B"))
                        .onlyEvent(PupilMovedGroup.class))
                .isEqualTo(move("3B", "2026-10-26"));
    }

    @Test
    void theSameMoveAgainRecordsNothing() {
        hcat.admitted()
                .admitted(group("3B", "2026-09-03"))
                .put(group("3B", "2026-09-03"))
                .recordsNothing(200);
        hcat.put(group("3B")).recordsNothing(200);
    }

    @Test
    void aMoveCorrectedToAnEarlierDayHoldsFromThere() {
        hcat.admitted().admitted(group("3B", "2026-09-07")).admitted(group("3B", "2026-09-03"));
        assertThat(hcat.state().groupOn(LocalDate.parse("2026-09-03"))).contains(new GroupId("3B"));
        assertThat(hcat.state().groupOn(LocalDate.parse("2026-09-02"))).contains(new GroupId("3A"));
    }

    @Test
    void onTheDayOfAMoveThePupilIsInTheNewGroupAlone() {
        hcat.admitted().admitted(group("3B", "2026-09-07"));
        assertThat(hcat.state().groupOn(LocalDate.parse("2026-09-06"))).contains(new GroupId("3A"));
        assertThat(hcat.state().groupOn(LocalDate.parse("2026-09-07"))).contains(new GroupId("3B"));
    }

    @Test
    void anotherPupilIdWithTheSameUpnIsAConflict() {
        hcat.admitted().put("p2").isRefused("upn-already-held", 409, "/upn");
    }

    @Test
    void aPupilWhoLeftStillHoldsTheirUpn() {
        hcat.admitted().removed("2026-09-04").put("p2").isRefused("upn-already-held", 409, "/upn");
    }

    @Test
    void aUpnThatWasCorrectedIsFreeForAnother() {
        hcat.admitted().admitted(body -> body.put("upn", Scene.upn("other").value()));
        hcat.put("p2").isAnswered(201);
    }

    @Test
    void aUpnIsNotCorrectedToThatOfAnother() {
        hcat.scene.pupil("p2", "3A");
        hcat.admitted()
                .put(body -> body.put("upn", Scene.upn("p2").value()))
                .isRefused("upn-already-held", 409, "/upn");
    }

    @Test
    void anotherStartingDayIsAConflictWhileThePupilIsOnRoll() {
        hcat.admitted().put(body -> body.put("admittedOn", "2026-09-03")).isRefused("conflict", 409, "/admittedOn");
    }

    @Test
    void aLaterStartingDayAfterARemovalIsANewSpellUnderTheSameNumberAndSalt() {
        hcat.admitted().removed("2026-09-04");
        PupilAdmitted first = (PupilAdmitted) hcat.facts().getFirst();
        Outcome outcome = hcat.put(body -> body.put("admittedOn", "2026-09-07").put("group", "3B"))
                .isAnswered(201);
        PupilAdmitted again = outcome.onlyEvent(PupilAdmitted.class);
        assertThat(again.pupil()).isEqualTo(first.pupil());
        assertThat(identity(again)).isEqualTo(identity(first));
        assertThat(again.groupFrom()).isEqualTo("2026-09-07");
    }

    @Test
    void aNewSpellLeavesTheDaysBetweenOffRoll() {
        hcat.admitted().removed("2026-09-02").admitted(body -> body.put("admittedOn", "2026-09-07"));
        assertThat(hcat.state().onRoll(LocalDate.parse("2026-09-02"))).isTrue();
        assertThat(hcat.state().onRoll(LocalDate.parse("2026-09-03"))).isFalse();
        assertThat(hcat.state().groupOn(LocalDate.parse("2026-09-03"))).isEmpty();
        assertThat(hcat.state().onRoll(LocalDate.parse("2026-09-07"))).isTrue();
    }

    @Test
    void aNewSpellOnTheLastDayOfTheOldOneIsAConflict() {
        hcat.admitted()
                .removed("2026-09-07")
                .put(body -> body.put("admittedOn", "2026-09-07"))
                .isRefused("conflict", 409, "/admittedOn");
    }

    @Test
    void theOldBodyAfterARemovalBringsNobodyBack() {
        hcat.admitted().removed("2026-09-04").put().recordsNothing(200);
        hcat.put(group("3B")).recordsNothing(200);
    }

    @Test
    void aSchoolNobodyKnowsAdmitsNobody() {
        PupilScene nowhere = new PupilScene(new Scene());
        assertThatThrownBy(() -> nowhere.put())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(404));
    }

    @Test
    void theSameChildHasOneIndexInEverySchool() {
        PupilAdmitted here = hcat.put().onlyEvent(PupilAdmitted.class);
        assertThat(here.placement().upnIndex())
                .isEqualTo(hcat.scene.vault().indexOf(Scene.upn("p1")))
                .isNotEqualTo(hcat.scene.vault().indexOf(Scene.upn("p2")));
    }

    private PupilIdentity identity(PupilAdmitted admitted) {
        return hcat.scene
                .vault()
                .openJson(admitted.identity(), PupilIdentity.class)
                .orElseThrow();
    }

    private PupilMovedGroup move(String group, String from) {
        Urn urn = Scene.SCHOOL;
        return new PupilMovedGroup(urn, hcat.scene.number("p1"), new GroupId(group), LocalDate.parse(from));
    }

    private static Consumer<ObjectNode> group(String group) {
        return body -> body.put("group", group);
    }

    private static Consumer<ObjectNode> group(String group, String from) {
        return body -> body.put("group", group).put("groupFrom", from);
    }

    private static Consumer<ObjectNode> flags(String... flags) {
        return body -> {
            var array = body.putArray("flags");
            for (String flag : flags) {
                array.add(flag);
            }
        };
    }
}
