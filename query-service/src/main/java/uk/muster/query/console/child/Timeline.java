package uk.muster.query.console.child;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.kernel.policy.Modality;
import uk.muster.query.chronology.ChronologyItem;
import uk.muster.query.chronology.Kind;
import uk.muster.query.chronology.TaskWords;
import uk.muster.query.console.child.Entry.Change;
import uk.muster.query.console.child.Entry.Line;
import uk.muster.query.console.child.Entry.Tag;
import uk.muster.query.console.shell.Say;

/** A chronology as one timeline, newest first, with marks folded by week. */
final class Timeline {

    private static final Duration SOON = Duration.ofDays(1);

    private final EntryLines lines;
    private final WeekFold weeks;

    private Timeline(EntryLines lines, WeekFold weeks) {
        this.lines = lines;
        this.weeks = weeks;
    }

    /**
     * @param items those that are shown, newest first
     * @param amendments every one of the child's marks, also where it is not shown itself
     * @param contactNames the child's adults by id
     */
    static List<Entry> of(
            List<ChronologyItem> items,
            List<ChronologyItem> amendments,
            ChildQuestion question,
            Map<String, String> contactNames) {
        Timeline timeline = new Timeline(new EntryLines(contactNames), new WeekFold(items, amendments, question));
        List<Entry> entries = new ArrayList<>();
        for (ChronologyItem item : items) {
            if (item.kind() == Kind.MARK) {
                timeline.weeks.beginning(item).ifPresent(entries::add);
            } else {
                entries.add(timeline.entry(item));
            }
        }
        return entries;
    }

    private Entry entry(ChronologyItem item) {
        Map<String, Object> data = item.data();
        boolean isTask = item.kind() == Kind.TASK;
        List<Line> told = new ArrayList<>(isTask ? clock(data) : List.of());
        told.addAll(lines.of(item));
        return new Entry(
                kind(item.kind()),
                item.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                isTask ? task(data) : title(item),
                data.containsKey("corrected"),
                item.kind() == Kind.AMENDMENT ? change(data) : null,
                Say.person(item.by()),
                Say.moment(item.at()),
                Say.moment(item.recordedAt()),
                delay(item),
                isTask ? tag(data) : null,
                told,
                null);
    }

    /** Of an amendment the session alone, for the codes stand beside it. */
    private static String title(ChronologyItem item) {
        String summary = item.summary();
        if (item.kind() == Kind.AMENDMENT) {
            summary = summary.substring(0, summary.indexOf(": "));
        }
        return Say.dates(summary.replace("Recorded in error: ", ""));
    }

    private static Change change(Map<String, Object> data) {
        return new Change(String.valueOf(data.get("originalCode")), String.valueOf(data.get("amendedCode")));
    }

    /** What is to be done, without its clock. */
    static String task(Map<String, Object> data) {
        List<String> actions = data.get("actions") instanceof Collection<?> all
                ? all.stream().map(String::valueOf).toList()
                : List.of();
        return TaskWords.title(String.valueOf(data.get("step")), (TaskKind) data.get("kind"), actions);
    }

    private static List<Line> clock(Map<String, Object> data) {
        if (!(data.get("dueAt") instanceof Instant due)) {
            return List.of();
        }
        return List.of(new Line(by(data.get("modality")), Say.moment(due)));
    }

    private static String by(@Nullable Object modality) {
        return switch (modality) {
            case Modality.MUST_CONSIDER -> "To be considered by";
            case Modality.MAY -> "Possible until";
            case null, default -> "Due by";
        };
    }

    static Tag tag(Map<String, Object> data) {
        boolean overdue = Boolean.TRUE.equals(data.get("overdue"));
        return switch (String.valueOf(data.get("status"))) {
            case "OPEN" -> overdue ? new Tag("Overdue", "govuk-tag--red") : new Tag("Open", "govuk-tag--blue");
            case "DONE" -> new Tag("Done", "govuk-tag--green");
            case "DECLINED" -> new Tag("Declined", "govuk-tag--yellow");
            default -> new Tag("No longer needed", "govuk-tag--grey");
        };
    }

    private static @Nullable String delay(ChronologyItem item) {
        Duration delay = Duration.between(item.at(), item.recordedAt());
        boolean isDated = item.kind() != Kind.ENROLMENT && item.kind() != Kind.PENALTY;
        return isDated && delay.compareTo(SOON) > 0 ? Say.length(delay) + " later" : null;
    }

    /** A kind as the filter and the timeline call it. */
    static String kind(Kind kind) {
        return switch (kind) {
            case MARK -> "Register marks";
            case AMENDMENT -> "Amendment";
            case ARRIVAL -> "Late arrival";
            case ABSENCE_REPORT -> "Absence report";
            case DECISION -> "Decision";
            case CONTACT_ATTEMPT -> "Contact attempt";
            case HOME_VISIT -> "Home visit";
            case RISK_ASSESSMENT -> "Risk assessment";
            case TASK -> "Task";
            case ESCALATION -> "Escalation";
            case NOTIFICATION -> "Notification";
            case THRESHOLD -> "Threshold";
            case LETTER -> "Letter";
            case PENALTY -> "Penalty notice";
            case ENROLMENT -> "Enrolment";
        };
    }
}
