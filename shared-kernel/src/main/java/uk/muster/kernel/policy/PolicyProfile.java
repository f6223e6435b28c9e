package uk.muster.kernel.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A named attendance policy. No profile is whole by itself: times and contacts are each school's own. */
public final class PolicyProfile {

    private final JsonNode tree;

    private PolicyProfile(JsonNode tree) {
        this.tree = tree;
    }

    /** @throws IllegalArgumentException naming every fault when the tree is no profile */
    static PolicyProfile of(JsonNode tree) {
        Faults faults = new Faults("");
        PolicySchema.standard().check(tree, faults);
        if (!faults.found().isEmpty()) {
            throw new IllegalArgumentException("Not a policy profile: " + faults.found());
        }
        return new PolicyProfile(tree);
    }

    public String id() {
        return tree.at("/meta/profile_id").stringValue();
    }

    public String version() {
        return tree.at("/meta/profile_version").stringValue();
    }

    /**
     * Puts the school's overlay over this profile, and this over the baseline, and checks the result.
     *
     * @param overlay the school's own values in the profile schema; null when it has none
     */
    public Activation activate(@Nullable JsonNode overlay) {
        JsonNode own = overlay == null || overlay.isNull() ? JsonNodeFactory.instance.objectNode() : overlay;
        PolicySchema schema = PolicySchema.standard();
        Faults faults = new Faults("/policyOverlay");
        schema.check(own, faults);
        ObjectNode merged = schema.merge(List.of(Profiles.baseline().tree, tree, own));
        ActivationRules.check(merged, faults);
        return faults.found().isEmpty()
                ? new Activation.Activated(EffectivePolicy.of(merged), ActivationRules.warnings(merged))
                : new Activation.Refused(faults.found());
    }

    @Override
    public String toString() {
        return id() + " " + version();
    }
}
