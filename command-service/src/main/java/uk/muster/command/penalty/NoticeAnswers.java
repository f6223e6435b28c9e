package uk.muster.command.penalty;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.NullNode;
import uk.muster.kernel.event.PenaltyEvent.NoticeTerms;
import uk.muster.kernel.penalty.NoticeClock;

/** What callers are told of a notice's amounts and days. */
final class NoticeAnswers {

    private NoticeAnswers() {}

    /** {@code earlyAmount}, {@code earlyUntil}, {@code fullAmount}, {@code fullUntil}; null where there is none, or it is not known yet. */
    static Map<String, Object> terms(NoticeTerms terms, NoticeClock clock) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("earlyAmount", orNull(terms.earlyAmount()));
        fields.put("earlyUntil", orNull(clock.earlyUntil()));
        fields.put("fullAmount", terms.fullAmount());
        fields.put("fullUntil", orNull(clock.fullUntil()));
        return fields;
    }

    private static Object orNull(@Nullable Object value) {
        return value == null ? NullNode.getInstance() : value;
    }
}
