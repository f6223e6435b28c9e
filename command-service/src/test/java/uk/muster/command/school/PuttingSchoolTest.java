package uk.muster.command.school;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.muster.command.scene.Outcome;
import uk.muster.command.scene.Scene;
import uk.muster.command.school.SchoolCommand.PutSchool;
import uk.muster.kernel.event.EventTypes;
import uk.muster.kernel.event.MusterEvent;
import uk.muster.kernel.event.SchoolEvent.Phase;
import uk.muster.kernel.event.SchoolEvent.PolicyProfileActivated;
import uk.muster.kernel.event.SchoolEvent.SchoolDetails;
import uk.muster.kernel.event.SchoolEvent.SchoolDetailsChanged;
import uk.muster.kernel.event.SchoolEvent.SchoolRegistered;
import uk.muster.kernel.identity.Person;
import uk.muster.kernel.policy.EffectivePolicy;

/** {@code PUT /schools/{urn}}: a school, and the policy it follows from then on. */
class PuttingSchoolTest {

    private static final String WITH_OFFICER = """
            {"sessions": {"pm": {"start": "13:00", "register_closes": "13:15"}},
             "contacts": [{"role": "attendance_officer", "name": "A. Khan", "phone": "01632 960001"}],
             "register": {"responsible_officer": {"id": "o-1", "name": "B. Invented", "position": "Attendance officer"}}}""";

    private final Scene scene = new Scene();

    private Outcome put(List<? extends MusterEvent> facts, SchoolDetails details, EffectivePolicy policy) {
        return scene.when(
                SchoolAggregate.class, facts, new PutSchool(Scene.SCHOOL, details, policy, List.of("A warning.")));
    }

    private static EffectivePolicy policy(String profile) {
        return Scene.policy(profile, Scene.leastOverlay(profile));
    }

    @Test
    void aNewSchoolIsRegisteredAndTakesOnItsPolicy() {
        Outcome outcome = put(List.of(), Scene.DETAILS, policy("hcat")).isAnswered(201);
        assertThat(outcome.events()).hasSize(2);
        assertThat(outcome.event(SchoolRegistered.class).details()).isEqualTo(Scene.DETAILS);
        PolicyProfileActivated activated = outcome.event(PolicyProfileActivated.class);
        assertThat(activated.profileId()).isEqualTo("hcat");
        assertThat(activated.hash()).isEqualTo(policy("hcat").hash());
    }

    @Test
    void theAnswerNamesThePolicyAndItsWarnings() {
        Outcome outcome = put(List.of(), Scene.DETAILS, policy("hcat")).isAnswered(201);
        assertThat(outcome.body("id")).isEqualTo("900001");
        assertThat(outcome.body("policy"))
                .isEqualTo(Map.of(
                        "id", "hcat",
                        "version", policy("hcat").profileVersion(),
                        "hash", policy("hcat").hash()));
        assertThat(outcome.body("warnings")).isEqualTo(List.of("A warning."));
    }

    @Test
    void theSameSchoolAgainRecordsNothing() {
        List<MusterEvent> facts = put(List.of(), Scene.DETAILS, policy("hcat")).events();
        put(facts, Scene.DETAILS, policy("hcat")).recordsNothing(200);
    }

    @Test
    void changedDetailsAreAFactOfTheirOwn() {
        List<MusterEvent> facts = put(List.of(), Scene.DETAILS, policy("hcat")).events();
        SchoolDetails joined = new SchoolDetails("Ash Green Academy", "810", Phase.ALL_THROUGH, "hope");
        assertThat(put(facts, joined, policy("hcat")).isAnswered(200).onlyEvent(SchoolDetailsChanged.class))
                .isEqualTo(new SchoolDetailsChanged(Scene.SCHOOL, joined));
    }

    @Test
    void anotherPolicyIsAFactOfItsOwn() {
        List<MusterEvent> facts = put(List.of(), Scene.DETAILS, policy("hcat")).events();
        assertThat(put(facts, Scene.DETAILS, policy("kts"))
                        .isAnswered(200)
                        .onlyEvent(PolicyProfileActivated.class)
                        .profileId())
                .isEqualTo("kts");
    }

    @Test
    void anotherContactIsAnotherVersionOfThePolicy() {
        List<MusterEvent> facts = put(List.of(), Scene.DETAILS, policy("hcat")).events();
        EffectivePolicy changed =
                Scene.policy("hcat", Scene.leastOverlay("hcat").replace("960001", "960002"));
        assertThat(put(facts, Scene.DETAILS, changed)
                        .onlyEvent(PolicyProfileActivated.class)
                        .hash())
                .isNotEqualTo(policy("hcat").hash());
    }

    @Test
    void thePeopleOfAPolicyAreSealedAndItsRulesAreNot() {
        PolicyProfileActivated activated = put(List.of(), Scene.DETAILS, Scene.policy("hcat", WITH_OFFICER))
                .event(PolicyProfileActivated.class);
        assertThat(EventTypes.write(activated))
                .asString(StandardCharsets.UTF_8)
                .contains("late_from")
                .doesNotContain("A. Khan", "960001", "B. Invented");
        assertThat(scene.open(activated.people())).contains("A. Khan", "B. Invented");
    }

    @Test
    void aPolicyReadFromItsFactIsTheOneThatWasActivated() {
        EffectivePolicy policy = Scene.policy("hcat", WITH_OFFICER);
        List<MusterEvent> facts = put(List.of(), Scene.DETAILS, policy).events();
        facts.forEach(scene::with);
        School school = scene.schools().find(Scene.SCHOOL).orElseThrow();
        assertThat(school.policy()).isEqualTo(policy);
        assertThat(school.policy().register().responsibleOfficer())
                .isEqualTo(new Person("o-1", "B. Invented", "Attendance officer"));
        assertThat(school.policyReference()).isEqualTo("hcat@" + policy.profileVersion() + "#" + policy.hash());
    }

    @Test
    void aSchoolThatWasNeverPutIsUnknown() {
        assertThat(scene.schools().find(Scene.SCHOOL)).isEmpty();
    }
}
