package uk.muster.kernel.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class PolicySchemaTest {

    private static final PolicySchema SCHEMA = PolicySchema.standard();

    @Test
    void theFiveProfilesAreThere() {
        assertThat(Profiles.ids()).containsExactly("national-baseline", "hcat", "kts", "clore-shalom", "ipat");
        assertThat(Profiles.ids())
                .allSatisfy(
                        id -> assertThat(Profiles.find(id).orElseThrow().id()).isEqualTo(id));
        assertThat(Profiles.find("academy-of-nowhere")).isEmpty();
    }

    @Test
    void everyProfileSaysSomethingOfEveryKnobIfOnlyNull() {
        for (String id : Profiles.ids()) {
            JsonNode tree = YamlResources.read("/policies/" + id + ".yaml");
            assertThat(SCHEMA.knobs())
                    .filteredOn(knob -> !knob.path().equals("register.responsible_officer"))
                    .allSatisfy(knob -> assertThat(tree.at(knob.pointer()).isMissingNode())
                            .as(id + " " + knob.path())
                            .isFalse());
        }
    }

    @Test
    void aSchoolSuppliesWhatNoProfileKnows() {
        assertThat(SCHEMA.knobs().stream().filter(Knob::required).map(Knob::path))
                .containsExactlyInAnyOrder(
                        "contacts",
                        "sessions.am.arrival_due",
                        "sessions.am.late_from",
                        "sessions.am.register_closes",
                        "sessions.am.register_open_from",
                        "sessions.pm.register_closes",
                        "sessions.pm.start");
    }

    @Test
    void aTreeThatBreaksTheSchemaIsNoProfile() {
        ObjectNode tree = (ObjectNode) YamlResources.read("/policies/kts.yaml");
        tree.put("horoscope", "libra");
        assertThatThrownBy(() -> PolicyProfile.of(tree))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("/horoscope");
    }
}
