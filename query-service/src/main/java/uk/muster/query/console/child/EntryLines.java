package uk.muster.query.console.child;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import uk.muster.query.chronology.ChronologyItem;
import uk.muster.query.console.child.Entry.Line;
import uk.muster.query.console.shell.Say;

/** What is told of an item beyond its summary, each with a label. What the reader may not see is not among the item's fields in the first place. */
final class EntryLines {

    /** Labels of an item's fields, in the order in which they are read. */
    private static final List<Map.Entry<String, String>> LABELS = List.of(
            Map.entry("reportedBy", "Reported by"),
            Map.entry("contactId", "Contact"),
            Map.entry("parent", "Parent"),
            Map.entry("visitors", "Visitors"),
            Map.entry("reason", "Reason"),
            Map.entry("detail", "Detail"),
            Map.entry("note", "Note"),
            Map.entry("factors", "Factors"),
            Map.entry("considerations", "Considered"),
            Map.entry("signedInBy", "Signed in by"),
            Map.entry("approver", "Approved by"),
            Map.entry("decidedBy", "Decided by"),
            Map.entry("decidedAt", "Decided"),
            Map.entry("school", "Earlier school"),
            Map.entry("earlyUntil", "Lower amount until"),
            Map.entry("fullUntil", "To be paid until"),
            Map.entry("laCheckRef", "Check with the local authority"),
            Map.entry("supportRecorded", "Support"),
            Map.entry("deliveredAt", "Delivered"));

    private final Map<String, String> contactNames;

    /** @param contactNames the child's adults by id */
    EntryLines(Map<String, String> contactNames) {
        this.contactNames = contactNames;
    }

    List<Line> of(ChronologyItem item) {
        List<Line> lines = new ArrayList<>();
        for (Map.Entry<String, String> label : LABELS) {
            Object value = item.data().get(label.getKey());
            String text = value == null ? null : text(label.getKey(), value);
            if (text != null && !text.isBlank()) {
                lines.add(new Line(label.getValue(), text));
            }
        }
        if (Boolean.TRUE.equals(item.data().get("afterWindow"))) {
            lines.add(new Line("Note", "After the window that the policy leaves for amendments"));
        }
        if (item.data().get("corrected") instanceof Map<?, ?> corrected) {
            lines.add(new Line("Found to be in error", correction(corrected)));
        }
        return lines;
    }

    private static String correction(Map<?, ?> corrected) {
        String by = corrected.get("by") instanceof JsonNode person ? Say.person(person) : null;
        String at = corrected.get("at") instanceof Instant instant ? Say.moment(instant) : "";
        String other =
                Boolean.TRUE.equals(corrected.get("ofAnotherPupil")) ? ", recorded on another child instead" : "";
        return at + (by == null ? "" : " by " + by) + other;
    }

    private @Nullable String text(String field, Object value) {
        return switch (value) {
            case JsonNode node -> node(node);
            case Instant instant -> Say.moment(instant);
            case LocalDate date -> Say.date(date);
            case Collection<?> items ->
                String.join(", ", items.stream().map(String::valueOf).toList());
            default ->
                field.equals("contactId")
                        ? contactNames.getOrDefault(value.toString(), value.toString())
                        : value.toString();
        };
    }

    private static @Nullable String node(JsonNode node) {
        if (node.isArray()) {
            return String.join(
                    "; ",
                    node.valueStream()
                            .map(EntryLines::node)
                            .filter(Objects::nonNull)
                            .toList());
        }
        if (node.has("answer")) {
            String note = node.path("note").asString("");
            return Say.phrase(node.path("id").asString("").replace('-', '_')) + ": "
                    + node.path("answer").asString("").replace('_', ' ')
                    + (note.isEmpty() ? "" : " (" + note + ")");
        }
        if (node.has("relationship")) {
            return node.path("name").asString("") + ", "
                    + node.path("relationship").asString("");
        }
        return Say.person(node);
    }
}
