package uk.muster.kernel.policy;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import uk.muster.kernel.policy.PenaltyPolicy.Effect;
import uk.muster.kernel.policy.PenaltyPolicy.PersistentLateness;
import uk.muster.kernel.policy.PenaltyPolicy.Scope;
import uk.muster.kernel.policy.PenaltyPolicy.Span;
import uk.muster.kernel.policy.PenaltyPolicy.Warning;
import uk.muster.kernel.policy.PenaltyPolicy.WeekUnit;
import uk.muster.kernel.policy.PenaltyPolicy.Window;

/** Reads the windows and warnings of unauthorised absence out of a merged policy. */
final class PenaltyReader {

    private PenaltyReader() {}

    static PenaltyPolicy read(PolicyReader policy) {
        return new PenaltyPolicy(
                policy.value("penalty.windows")
                        .valueStream()
                        .map(PenaltyReader::window)
                        .toList(),
                policy.texts("penalty.window_spans").stream()
                        .map(span -> Span.valueOf(PolicyReader.upper(span)))
                        .collect(Collectors.toSet()),
                policy.value("penalty.warnings")
                        .valueStream()
                        .map(PenaltyReader::warning)
                        .toList(),
                persistentLateness(policy));
    }

    private static Window window(JsonNode window) {
        return new Window(
                window.get("id").stringValue(),
                window.get("length").intValue(),
                WeekUnit.valueOf(PolicyReader.upper(window.get("unit").stringValue())),
                window.get("sessions").intValue(),
                codes(window),
                Effect.valueOf(PolicyReader.upper(window.get("effect").stringValue())));
    }

    private static Warning warning(JsonNode warning) {
        return new Warning(
                warning.get("at").intValue(),
                codes(warning),
                Scope.valueOf(PolicyReader.upper(warning.get("scope").stringValue())),
                warning.get("channel").stringValue());
    }

    private static Set<String> codes(JsonNode rule) {
        return rule.get("codes").valueStream().map(JsonNode::stringValue).collect(Collectors.toSet());
    }

    /** Zero switches it off. */
    private static @Nullable PersistentLateness persistentLateness(PolicyReader policy) {
        int count = policy.optional("lateness.persistent_u.count")
                .map(JsonNode::intValue)
                .orElse(0);
        int weeks = policy.optional("lateness.persistent_u.window_weeks")
                .map(JsonNode::intValue)
                .orElse(0);
        return count > 0 && weeks > 0 ? new PersistentLateness(count, weeks) : null;
    }
}
