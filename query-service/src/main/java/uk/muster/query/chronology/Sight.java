package uk.muster.query.chronology;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import uk.muster.http.identity.Caller;
import uk.muster.kernel.sealing.Sealed;
import uk.muster.query.register.SpecialCategory;

/**
 * How much of a chronology a caller reads. Every caller sees every item.
 *
 * @param special whether details of special categories are shown
 * @param safeguarding whether the notes of visits, escalations and safeguarding are
 */
public record Sight(boolean special, boolean safeguarding) {

    /** What the caller's roles let them read. */
    public static Sight of(Caller caller) {
        return new Sight(SpecialCategory.isFor(caller), SpecialCategory.seesSafeguarding(caller));
    }

    /** The answers to a list of questions, without their notes where notes of safeguarding may not be read. */
    @Nullable
    JsonNode withoutNotes(@Nullable JsonNode answers) {
        if (answers != null && !safeguarding) {
            for (JsonNode answer : answers) {
                if (answer instanceof ObjectNode fields) {
                    fields.remove("note");
                }
            }
        }
        return answers;
    }

    /** A note of safeguarding where it may be read, else null. */
    @Nullable
    Sealed note(@Nullable Sealed note) {
        return safeguarding ? note : null;
    }
}
