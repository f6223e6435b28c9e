package uk.muster.kernel.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.muster.kernel.policy.SchoolOverlays.json;
import static uk.muster.kernel.policy.SchoolOverlays.least;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ActivationTest {

    @ParameterizedTest
    @ValueSource(strings = {"hcat", "kts", "clore-shalom", "ipat", "national-baseline"})
    void theLeastOverlayActivatesEveryProfile(String profile) {
        assertThat(Profiles.find(profile).orElseThrow().activate(least(profile)))
                .isInstanceOfSatisfying(
                        Activation.Activated.class,
                        activated -> assertThat(activated.policy().profileId()).isEqualTo(profile));
    }

    static Stream<Arguments> requiredKnobs() {
        List<String> afternoon = List.of("/sessions/pm/start", "/sessions/pm/register_closes", "/contacts");
        List<String> morning = List.of(
                "/sessions/am/arrival_due",
                "/sessions/am/register_open_from",
                "/sessions/am/late_from",
                "/sessions/am/register_closes");
        return Stream.concat(
                Stream.of("hcat", "kts", "clore-shalom", "ipat")
                        .flatMap(profile -> afternoon.stream().map(knob -> Arguments.of(profile, knob))),
                morning.stream().map(knob -> Arguments.of("ipat", knob)));
    }

    @ParameterizedTest
    @MethodSource("requiredKnobs")
    void aProfileIsRefusedWithoutAnyOneOfThem(String profile, String knob) {
        ObjectNode overlay = least(profile);
        int slash = knob.lastIndexOf('/');
        ((ObjectNode) overlay.at(knob.substring(0, slash))).remove(knob.substring(slash + 1));
        assertThat(faults(profile, overlay)).extracting(PolicyFault::pointer).containsExactly("/policyOverlay" + knob);
    }

    @Test
    void withoutAnOverlayEveryMissingKnobIsNamedAtOnce() {
        assertThat(faults("ipat", null))
                .extracting(PolicyFault::pointer)
                .containsExactly(
                        "/policyOverlay/sessions/am/arrival_due",
                        "/policyOverlay/sessions/am/register_open_from",
                        "/policyOverlay/sessions/am/late_from",
                        "/policyOverlay/sessions/am/register_closes",
                        "/policyOverlay/sessions/pm/start",
                        "/policyOverlay/sessions/pm/register_closes",
                        "/policyOverlay/contacts");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // unknown knobs and fields
                "{'sessions': {'am': {'lunch': '12:00'}}}; /sessions/am/lunch; false",
                "{'colour': 'red'}; /colour; false",
                "{'a/b~c': 1}; /a~1b~0c; false",
                "{'contacts': [{'role': 'head', 'name': 'R. Okafor', 'fax': '1'}]}; /contacts/0/fax; false",
                // wrong types
                "[]; ''; true",
                "{'sessions': 5}; /sessions; true",
                "{'sessions': {'am': {'late_code_used': 'yes'}}}; /sessions/am/late_code_used; true",
                "{'sessions': {'am': {'late_from': 900}}}; /sessions/am/late_from; true",
                "{'retention': {'register_years': 6.5}}; /retention/register_years; true",
                "{'bands': {'target_pct': '97'}}; /bands/target_pct; true",
                "{'register': {'marked_by': 'teacher'}}; /register/marked_by; true",
                "{'roles': {'map': []}}; /roles/map; true",
                "{'penalty': {'public_place': []}}; /penalty/public_place; true",
                "{'la': {'sickness': {'mode': 3}}}; /la/sickness/mode; true",
                "{'lateness': {'counted_codes': [1]}}; /lateness/counted_codes/0; true",
                "{'sessions': {'day_end': [{'years': 'some', 'time': '15:00'}]}}; /sessions/day_end/0/years; true",
                // constraints of one knob
                "{'sessions': {'max_open_minutes': 31}}; /sessions/max_open_minutes; false",
                "{'sessions': {'am': {'gates_open': '8:15'}}}; /sessions/am/gates_open; false",
                "{'sessions': {'am': {'gates_open': '24:00'}}}; /sessions/am/gates_open; false",
                "{'sessions': {'am': {'late_code_after_close': 'O'}}}; /sessions/am/late_code_after_close; false",
                "{'sessions': {'day_end': [{'years': ['R', 14], 'time': '15:00'}]}}; /sessions/day_end/0/years/1; false",
                "{'retention': {'register_years': 5}}; /retention/register_years; false",
                "{'retention': {'register_years': 99999999999}}; /retention/register_years; false",
                "{'bands': {'target_pct': 100.5}}; /bands/target_pct; false",
                "{'bands': {'target_pct': 97.00001}}; /bands/target_pct; false",
                "{'amendment': {'after_window': 'refuse'}}; /amendment/after_window; false",
                "{'la': {'deletion_blockers': ['magic']}}; /la/deletion_blockers/0; false",
                "{'lateness': {'counted_codes': ['L', 'l']}}; /lateness/counted_codes/1; false",
                "{'first_day': {'vulnerable_flags': ['rich']}}; /first_day/vulnerable_flags/0; false",
                "{'contacts': [{'role': 'head', 'name': ' '}]}; /contacts/0/name; false",
                "{'contacts': [{'role': 'head'}]}; /contacts/0/name; false",
                "{'contacts': []}; /contacts; false",
                "{'meta': {'timezone': 'Europe/Paris'}}; /meta/timezone; false",
                "{'meta': {'profile_version': '1'}}; /meta/profile_version; false",
                // between knobs
                "{'sessions': {'am': {'register_closes': '09:31'}}}; /sessions/am/register_closes; false",
                "{'sessions': {'max_open_minutes': 20}}; /sessions/am/register_closes; false",
                "{'sessions': {'pm': {'start': '13:00', 'register_closes': '13:31'}}}; /sessions/pm/register_closes; false",
                "{'sessions': {'pm': {'start': '13:16'}}}; /sessions/pm/register_closes; false",
                "{'sessions': {'am': {'late_from': '08:59'}}}; /sessions/am/late_from; false",
                "{'sessions': {'pm': {'start': '09:20', 'register_closes': '09:40'}}}; /sessions/pm/start; false",
                "{'first_day': {'call_window': {'end': '09:00'}}}; /first_day/call_window/end; false",
                "{'amendment': {'required_fields': ['original', 'amended', 'reason', 'date', 'author_name']}}; /amendment/required_fields; false",
                "{'nti': {'min_weeks': 7}}; /nti/max_weeks; false"
            })
    void eachFaultIsPointedAt(String overlay, String pointer, boolean wrongType) {
        List<PolicyFault> faults = faults("hcat", over(least("hcat"), json(overlay.replace('\'', '"'))));
        assertThat(faults)
                .filteredOn(fault -> fault.pointer().equals("/policyOverlay" + pointer))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.wrongType()).isEqualTo(wrongType);
                    assertThat(fault.message()).endsWith(".");
                });
    }

    @Test
    void faultsOfEveryKindAreListedTogether() {
        assertThat(faults(
                        "hcat", json("{\"sessions\": {\"am\": {\"late_from\": \"09:40\"}, \"x\": 1}, \"dfe\": true}")))
                .extracting(PolicyFault::pointer)
                .containsExactly(
                        "/policyOverlay/sessions/x",
                        "/policyOverlay/dfe",
                        "/policyOverlay/sessions/pm/start",
                        "/policyOverlay/sessions/pm/register_closes",
                        "/policyOverlay/contacts",
                        "/policyOverlay/sessions/am/register_closes");
    }

    @Test
    void bandsGoDownStrictlyToNought() {
        ObjectNode level =
                bands("[{'id':'a','label':'A','lower':90,'cmp':'gt'},{'id':'b','label':'B','lower':90.0,'cmp':'gte'}]");
        assertThat(faults("kts", level))
                .extracting(PolicyFault::pointer)
                .containsExactly("/policyOverlay/bands/scale/1/lower", "/policyOverlay/bands/scale/1");
        ObjectNode open =
                bands("[{'id':'a','label':'A','lower':90,'cmp':'gt'},{'id':'a','label':'B','lower':0,'cmp':'gt'}]");
        assertThat(faults("kts", open))
                .extracting(PolicyFault::pointer)
                .containsExactly("/policyOverlay/bands/scale/1", "/policyOverlay/bands/scale/1/id");
        assertThat(faults("kts", bands("[]")))
                .extracting(PolicyFault::pointer)
                .containsExactly("/policyOverlay/bands/scale");
    }

    @Test
    void anAmendmentMayHaveToNameMore() {
        ObjectNode overlay = (ObjectNode) over(least("kts"), json("""
                {"amendment": {"required_fields":
                    ["original", "amended", "reason", "date", "author_name", "author_position", "evidence"]}}"""));
        assertThat(SchoolOverlays.activated("kts", overlay).amendments().requiredFields())
                .contains("evidence");
    }

    @Test
    void whatStaysOffIsWarnedOf() {
        assertThat(warnings("kts", least("kts")))
                .containsExactly("bands.target_pct has no value: steps below the school's target are off.");
        assertThat(warnings("hcat", least("hcat"))).isEmpty();
        ObjectNode bands = (ObjectNode) over(least("hcat"), json("""
                {"bands": {"scale": [{"id": "all", "label": "All", "lower": 0, "cmp": "gte"}]}}"""));
        assertThat(warnings("hcat", bands))
                .containsExactly(
                        "tiers names the band persistent, which bands.scale has not: its actions are off.",
                        "tiers names the band severe, which bands.scale has not: its actions are off.");
    }

    private static ObjectNode bands(String scale) {
        return (ObjectNode) over(least("kts"), json("{\"bands\": {\"scale\": " + scale.replace('\'', '"') + "}}"));
    }

    /** The second tree over the first, group by group. */
    private static JsonNode over(ObjectNode below, JsonNode above) {
        if (!above.isObject()) {
            return above;
        }
        above.properties()
                .forEach(entry -> below.set(
                        entry.getKey(),
                        below.get(entry.getKey()) instanceof ObjectNode group
                                ? over(group, entry.getValue())
                                : entry.getValue()));
        return below;
    }

    private static List<PolicyFault> faults(String profile, @Nullable JsonNode overlay) {
        return switch (Profiles.find(profile).orElseThrow().activate(overlay)) {
            case Activation.Activated activated -> List.of();
            case Activation.Refused refused -> refused.faults();
        };
    }

    private static List<String> warnings(String profile, JsonNode overlay) {
        return switch (Profiles.find(profile).orElseThrow().activate(overlay)) {
            case Activation.Activated activated -> activated.warnings();
            case Activation.Refused refused -> throw new AssertionError(refused.faults());
        };
    }
}
