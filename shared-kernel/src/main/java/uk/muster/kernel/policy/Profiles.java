package uk.muster.kernel.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The policy profiles that come with Muster: four real policies and the national baseline below them. */
public final class Profiles {

    /** The profile every other one inherits from. */
    public static final String BASELINE = "national-baseline";

    private static final Map<String, PolicyProfile> STANDARD =
            load(List.of(BASELINE, "hcat", "kts", "clore-shalom", "ipat"));

    private Profiles() {}

    /** The profile of that id, as a school's {@code policyProfile} names it. */
    public static Optional<PolicyProfile> find(String id) {
        return Optional.ofNullable(STANDARD.get(id));
    }

    /** The ids there are. */
    public static Set<String> ids() {
        return STANDARD.keySet();
    }

    static PolicyProfile baseline() {
        return find(BASELINE).orElseThrow();
    }

    private static Map<String, PolicyProfile> load(List<String> ids) {
        Map<String, PolicyProfile> profiles = new LinkedHashMap<>();
        for (String id : ids) {
            profiles.put(id, PolicyProfile.of(YamlResources.read("/policies/" + id + ".yaml")));
        }
        return Collections.unmodifiableMap(profiles);
    }
}
