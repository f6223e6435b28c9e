package uk.muster.command.school;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import uk.muster.command.keys.Vault;
import uk.muster.kernel.event.KernelJson;
import uk.muster.kernel.event.SchoolEvent.PolicyProfileActivated;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.policy.EffectivePolicy;

/**
 * Keeps the people of a policy (published contacts, the responsible officer) apart from its rules: the rules lie in the ledger in clear, the
 * people sealed for the school.
 */
final class PolicyPeople {

    private static final String CONTACTS = "contacts";
    private static final String REGISTER = "register";
    private static final String OFFICER = "responsible_officer";

    private PolicyPeople() {}

    static PolicyProfileActivated activated(Urn urn, EffectivePolicy policy, Vault vault) {
        ObjectNode rules = (ObjectNode) policy.json();
        ObjectNode people = KernelJson.mapper().createObjectNode();
        move(rules, CONTACTS, people);
        if (rules.get(REGISTER) instanceof ObjectNode register) {
            move(register, OFFICER, people);
        }
        return new PolicyProfileActivated(
                urn,
                policy.profileId(),
                policy.profileVersion(),
                policy.hash(),
                rules,
                vault.seal(urn, people.toString()));
    }

    /** The same policy with its people sealed under this year's key; empty where they were erased. */
    static Optional<PolicyProfileActivated> carried(PolicyProfileActivated policy, Vault vault) {
        return vault.open(policy.people())
                .map(people -> new PolicyProfileActivated(
                        policy.urn(),
                        policy.profileId(),
                        policy.profileVersion(),
                        policy.hash(),
                        policy.profile(),
                        vault.seal(policy.urn(), people)));
    }

    /** The policy again; without its people where they were erased. */
    static EffectivePolicy policy(PolicyProfileActivated activated, Vault vault) {
        ObjectNode merged = activated.profile().deepCopy().asObject();
        JsonNode people = vault.open(activated.people())
                .<JsonNode>map(KernelJson.mapper()::readTree)
                .orElseGet(KernelJson.mapper()::createObjectNode);
        JsonNode contacts = people.get(CONTACTS);
        merged.set(CONTACTS, contacts == null ? KernelJson.mapper().createArrayNode() : contacts);
        JsonNode officer = people.get(OFFICER);
        if (officer != null && merged.get(REGISTER) instanceof ObjectNode register) {
            register.set(OFFICER, officer);
        }
        return EffectivePolicy.of(merged);
    }

    private static void move(ObjectNode from, String field, ObjectNode to) {
        @Nullable JsonNode value = from.remove(field);
        if (value != null && !value.isNull()) {
            to.set(field, value);
        }
    }
}
