package uk.muster.kernel.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.muster.kernel.policy.SchoolOverlays.activated;
import static uk.muster.kernel.policy.SchoolOverlays.json;
import static uk.muster.kernel.policy.SchoolOverlays.least;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import uk.muster.kernel.code.RecordingRules;
import uk.muster.kernel.identity.Person;
import uk.muster.kernel.identity.SessionHalf;

class EffectivePolicyTest {

    @ParameterizedTest
    @ValueSource(strings = {"hcat", "kts", "clore-shalom", "ipat", "national-baseline"})
    void aPolicyReadsBackFromTheJsonOfItsEvent(String profile) {
        EffectivePolicy policy = activated(profile);
        String stored = JsonMapper.shared().writeValueAsString(policy.json());
        assertThat(EffectivePolicy.of(json(stored))).isEqualTo(policy);
    }

    @Test
    void theHashChangesWithAnyValueAndNotWithTheOrderOfFields() {
        ObjectNode overlay = least("kts");
        String hash = activated("kts", overlay).hash();
        assertThat(hash).matches("[0-9a-f]{16}");
        ObjectNode reordered = (ObjectNode) json("""
                {"contacts": [{"phone": "01632 960001", "name": "A. Khan", "role": "attendance_officer"}],
                 "sessions": {"pm": {"register_closes": "13:15", "start": "13:00"}}}""");
        assertThat(activated("kts", reordered).hash()).isEqualTo(hash);
        overlay.putObject("meta").put("next_review", "2027");
        assertThat(activated("kts", overlay).hash()).isNotEqualTo(hash);
    }

    @Test
    void aKnobThatIsNullAndOneThatIsMissingAreOneVersion() {
        EffectivePolicy policy = activated("kts");
        ObjectNode withNull = (ObjectNode) policy.json();
        ((ObjectNode) withNull.get("register")).putNull("responsible_officer");
        assertThat(withNull.at("/register/responsible_officer").isNull()).isTrue();
        assertThat(EffectivePolicy.of(withNull)).isEqualTo(policy);
    }

    @Test
    void theJsonOfAPolicyCannotBeChangedFromOutside() {
        EffectivePolicy policy = activated("hcat");
        ((ObjectNode) policy.json()).remove("sessions");
        assertThat(policy.json().at("/sessions/am/late_from").stringValue()).isEqualTo("09:00");
    }

    @Test
    void aMergedPolicyWithoutANeededKnobIsRefused() {
        assertThatThrownBy(() -> EffectivePolicy.of(json("{}")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The policy has no meta.profile_id.");
    }

    @Test
    void schoolOverProfileOverBaselineAndNullInherits() {
        ObjectNode overlay = least("hcat");
        overlay.set("register", json("{\"minutes_late_required\": null, \"nature_required\": true}"));
        EffectivePolicy policy = activated("hcat", overlay);
        assertThat(policy.recording()).isEqualTo(new RecordingRules(true, true, true));
        assertThat(policy.retentionYears()).isEqualTo(6);
    }

    @Test
    void listsReplaceAndAnEmptyListSwitchesOff() {
        ObjectNode overlay = least("hcat");
        overlay.set("la", json("{\"deletion_blockers\": []}"));
        assertThat(activated("hcat").removals().wanted())
                .containsExactly(DeletionBlocker.NEW_SCHOOL_OFFERED, DeletionBlocker.NEW_SCHOOL_ACCEPTED);
        assertThat(activated("hcat", overlay).removals().wanted()).isEmpty();
        assertThat(activated("kts").removals().wanted()).containsExactly(DeletionBlocker.LA_NOTIFIED);
        assertThat(activated("clore-shalom").removals().wanted()).containsExactly(DeletionBlocker.LEAVER_FORM);
        assertThat(activated("ipat").removals().wanted())
                .containsExactly(DeletionBlocker.LA_NOTIFIED, DeletionBlocker.LA_CONFIRMED);
    }

    @Test
    void eachPolicyRecordsInItsOwnWay() {
        assertThat(activated("hcat").recording()).isEqualTo(new RecordingRules(true, true, false));
        assertThat(activated("kts").recording()).isEqualTo(new RecordingRules(true, false, true));
        assertThat(activated("clore-shalom").recording()).isEqualTo(new RecordingRules(false, false, false));
        assertThat(activated("ipat").recording()).isEqualTo(new RecordingRules(true, false, false));
        assertThat(activated("kts").parentToldBeforeUnauthorised()).isTrue();
        assertThat(activated("hcat").parentToldBeforeUnauthorised()).isFalse();
        assertThat(activated("kts").register().reasonDeadlineUnit())
                .isEqualTo(EffectivePolicy.DeadlineUnit.WORKING_DAY);
        assertThat(activated("ipat").register().reasonDeadlineUnit())
                .isEqualTo(EffectivePolicy.DeadlineUnit.SCHOOL_DAY);
    }

    @Test
    void registersAreOpenAtTheSchoolsTimes() {
        EffectivePolicy.SessionTimes times = activated("kts").sessions();
        assertThat(times.opens(SessionHalf.AM)).isEqualTo(LocalTime.of(9, 10));
        assertThat(times.closes(SessionHalf.AM)).isEqualTo(LocalTime.of(9, 30));
        assertThat(times.opens(SessionHalf.PM)).isEqualTo(LocalTime.of(13, 0));
        assertThat(times.closes(SessionHalf.PM)).isEqualTo(LocalTime.of(13, 15));
    }

    @Test
    void aResponsibleOfficerIsNamedByTheSchoolOrByNobody() {
        ObjectNode overlay = least("kts");
        overlay.set("register", json("""
                {"responsible_officer": {"id": "t-1", "name": "R. Okafor", "position": "Headteacher"}}"""));
        assertThat(activated("kts", overlay).register().responsibleOfficer())
                .isEqualTo(new Person("t-1", "R. Okafor", "Headteacher"));
        assertThat(activated("kts").register().responsibleOfficer()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "ipat, 5, false, false",
        "ipat, 6, true, true",
        "ipat, 500, true, true",
        "hcat, 6, false, false",
        "hcat, 500, false, false"
    })
    void anAmendmentNeedsASecondPersonOnlyAfterTheWindow(
            String profile, int schoolDays, boolean late, boolean approval) {
        EffectivePolicy.AmendmentPolicy amendments = activated(profile).amendments();
        assertThat(amendments.isAfterWindow(schoolDays)).isEqualTo(late);
        assertThat(amendments.needsApproval(schoolDays)).isEqualTo(approval);
    }

    @Test
    void aSchoolMayFlagLateAmendmentsInsteadOfHavingThemApproved() {
        ObjectNode overlay = least("ipat");
        overlay.set("amendment", json("{\"after_window\": \"flag\"}"));
        EffectivePolicy.AmendmentPolicy amendments = activated("ipat", overlay).amendments();
        assertThat(amendments.isAfterWindow(6)).isTrue();
        assertThat(amendments.needsApproval(6)).isFalse();
    }
}
