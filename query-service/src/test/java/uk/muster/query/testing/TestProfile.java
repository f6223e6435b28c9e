package uk.muster.query.testing;

import tools.jackson.databind.json.JsonMapper;
import uk.muster.kernel.policy.Activation;
import uk.muster.kernel.policy.Profiles;

/** A whole policy: the national baseline with times, 08:50 to 09:20 and 13:00 to 13:20, overdue 10 minutes after close. */
public final class TestProfile {

    private static final String OVERLAY = """
            {"sessions": {
               "am": {"arrival_due": "08:50", "register_open_from": "08:50", "late_from": "08:55", "register_closes": "09:20"},
               "pm": {"start": "13:00", "register_closes": "13:20"}},
             "register": {"overdue_after_minutes": 10},
             "contacts": [{"role": "office", "name": "Office"}]}
            """;

    /** As it lies in an event. */
    public static final String JSON = of("national-baseline");

    private TestProfile() {}

    /** Another profile with the same times. */
    public static String of(String profile) {
        return switch (Profiles.find(profile)
                .orElseThrow()
                .activate(JsonMapper.shared().readTree(OVERLAY))) {
            case Activation.Activated activated -> activated.policy().json().toString();
            case Activation.Refused refused -> throw new IllegalStateException(refused.toString());
        };
    }
}
