package uk.muster.kernel.policy;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Overlays as schools send them. */
public final class SchoolOverlays {

    private static final JsonMapper JSON = JsonMapper.shared();

    private SchoolOverlays() {}

    /** The least that makes a profile whole: afternoon times and a contact, and for ipat the morning's times too. */
    public static ObjectNode least(String profile) {
        ObjectNode overlay = (ObjectNode) json("""
                {"sessions": {"pm": {"start": "13:00", "register_closes": "13:15"}},
                 "contacts": [{"role": "attendance_officer", "name": "A. Khan", "phone": "01632 960001"}]}""");
        if (profile.equals("ipat") || profile.equals(Profiles.BASELINE)) {
            ((ObjectNode) overlay.get("sessions")).set("am", json("""
                    {"arrival_due": "08:50", "register_open_from": "08:50", "late_from": "08:50", "register_closes": "09:10"}"""));
        }
        return overlay;
    }

    public static JsonNode json(String text) {
        return JSON.readTree(text);
    }

    public static EffectivePolicy activated(String profile, JsonNode overlay) {
        return switch (Profiles.find(profile).orElseThrow().activate(overlay)) {
            case Activation.Activated activated -> activated.policy();
            case Activation.Refused refused -> throw new AssertionError(refused.faults());
        };
    }

    public static EffectivePolicy activated(String profile) {
        return activated(profile, least(profile));
    }
}
