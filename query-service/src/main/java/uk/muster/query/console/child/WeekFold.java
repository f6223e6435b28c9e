package uk.muster.query.console.child;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.query.chronology.ChronologyItem;
import uk.muster.query.chronology.Kind;
import uk.muster.query.console.child.FoldedWeek.FoldedMark;
import uk.muster.query.console.shell.MarkLook;
import uk.muster.query.console.shell.Say;

/** Folds a chronology's marks by week. What a mark says now follows from the amendments among the items. */
final class WeekFold {

    private final Map<Object, ChronologyItem> lastAmendments = new HashMap<>();
    private final Map<LocalDate, List<ChronologyItem>> weeks = new LinkedHashMap<>();

    /** @param items newest first */
    WeekFold(List<ChronologyItem> items) {
        for (ChronologyItem item : items) {
            if (item.kind() == Kind.AMENDMENT) {
                lastAmendments.merge(register(item), item, WeekFold::laterRecorded);
            } else if (item.kind() == Kind.MARK) {
                weeks.computeIfAbsent(monday(item), _ -> new ArrayList<>()).add(item);
            }
        }
    }

    /** The week that a mark begins when it is the first met of it; empty for the others. */
    Optional<Entry> beginning(ChronologyItem mark) {
        LocalDate monday = monday(mark);
        List<ChronologyItem> marks = weeks.getOrDefault(monday, List.of());
        return !marks.isEmpty() && marks.getFirst().equals(mark) ? Optional.of(entry(monday, marks)) : Optional.empty();
    }

    private Entry entry(LocalDate monday, List<ChronologyItem> items) {
        List<FoldedMark> marks = items.stream()
                .sorted(Comparator.comparing(WeekFold::session))
                .map(this::mark)
                .toList();
        return new Entry(
                "Register",
                "mark",
                "Week of " + Say.date(monday) + ": " + tally(marks),
                false,
                null,
                null,
                "",
                null,
                null,
                null,
                List.of(),
                new FoldedWeek(marks));
    }

    /** Such as {@code 8 of 10 present, 2 N}. */
    private static String tally(List<FoldedMark> marks) {
        Map<String, Integer> others = new TreeMap<>();
        int present = 0;
        for (FoldedMark mark : marks) {
            if (mark.look().code().equals("/") || mark.look().code().equals("\\")) {
                present++;
            } else {
                others.merge(mark.look().code(), 1, Integer::sum);
            }
        }
        StringBuilder tally = new StringBuilder(present + " of " + marks.size() + " present");
        others.forEach(
                (code, number) -> tally.append(", ").append(number).append(' ').append(code));
        return tally.toString();
    }

    private FoldedMark mark(ChronologyItem item) {
        String original = String.valueOf(item.data().get("code"));
        ChronologyItem amendment = lastAmendments.get(register(item));
        String now =
                amendment == null ? original : String.valueOf(amendment.data().get("amendedCode"));
        SessionKey session = session(item);
        return new FoldedMark(
                Say.shortDay(session.date()) + ", " + Say.half(session.half()),
                MarkLook.of(now),
                now.equals(original) ? null : original,
                detail(amendment == null ? item : amendment),
                Say.person(item.by()),
                Say.moment(item.recordedAt()));
    }

    private static @Nullable String detail(ChronologyItem item) {
        Object detail = item.data().get("detail");
        Object minutes = item.data().get("minutesLate");
        String late = minutes == null ? "" : minutes + " minutes late";
        return detail == null
                ? (late.isEmpty() ? null : late)
                : late.isEmpty() ? detail.toString() : late + ", " + detail;
    }

    private static ChronologyItem laterRecorded(ChronologyItem one, ChronologyItem other) {
        return one.recordedAt().isBefore(other.recordedAt()) ? other : one;
    }

    private static Object register(ChronologyItem item) {
        return String.valueOf(item.data().get("registerId"));
    }

    private static SessionKey session(ChronologyItem item) {
        return new SessionKey(
                (LocalDate) item.data().get("date"), (SessionHalf) item.data().get("session"));
    }

    private static LocalDate monday(ChronologyItem item) {
        return session(item).date().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
