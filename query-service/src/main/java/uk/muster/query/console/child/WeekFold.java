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
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.query.chronology.ChronologyItem;
import uk.muster.query.chronology.Kind;
import uk.muster.query.console.child.FoldedWeek.FoldedMark;
import uk.muster.query.console.shell.MarkLook;
import uk.muster.query.console.shell.Say;

/** Folds a chronology's marks by week. What a mark says now follows from its amendments. */
final class WeekFold {

    private static final int UNFOLDED_AT_ONCE = 4;

    private final Map<String, List<ChronologyItem>> amendments = new HashMap<>();
    private final SequencedMap<LocalDate, List<ChronologyItem>> weeks = new LinkedHashMap<>();
    private final ChildQuestion question;

    /**
     * @param items newest first
     * @param ofMarks every amendment of the child's marks, newest first
     * @param question which weeks are unfolded; the last few always are, under a heading that opens
     */
    WeekFold(List<ChronologyItem> items, List<ChronologyItem> ofMarks, ChildQuestion question) {
        this.question = question;
        ofMarks.forEach(item -> amendments
                .computeIfAbsent(register(item), _ -> new ArrayList<>())
                .add(item));
        amendments.values().forEach(each -> each.sort(Comparator.comparing(ChronologyItem::recordedAt)));
        items.stream()
                .filter(item -> item.kind() == Kind.MARK)
                .forEach(item -> weeks.computeIfAbsent(monday(item), _ -> new ArrayList<>())
                        .add(item));
    }

    /** The week that a mark begins when it is the first met of it; empty for the others. */
    Optional<Entry> beginning(ChronologyItem mark) {
        LocalDate monday = monday(mark);
        List<ChronologyItem> marks = weeks.getOrDefault(monday, List.of());
        return !marks.isEmpty() && marks.getFirst().equals(mark) ? Optional.of(entry(monday, marks)) : Optional.empty();
    }

    private boolean isUnfolded(LocalDate monday) {
        return question.whole()
                || monday.equals(question.week())
                || weeks.sequencedKeySet().stream().limit(UNFOLDED_AT_ONCE).anyMatch(monday::equals);
    }

    private Entry entry(LocalDate monday, List<ChronologyItem> items) {
        List<FoldedMark> marks = items.stream()
                .sorted(Comparator.comparing(WeekFold::session))
                .map(this::mark)
                .toList();
        boolean unfolded = isUnfolded(monday);
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
                new FoldedWeek(
                        FoldedWeek.id(monday),
                        unfolded ? marks : List.of(),
                        question.whole() || monday.equals(question.week()),
                        unfolded ? null : question.unfolding(monday)));
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
        List<ChronologyItem> chain = amendments.getOrDefault(register(item), List.of());
        ChronologyItem last = chain.isEmpty() ? item : chain.getLast();
        String now = chain.isEmpty() ? original : String.valueOf(last.data().get("amendedCode"));
        SessionKey session = session(item);
        return new FoldedMark(
                Say.shortDay(session.date()) + ", " + Say.half(session.half()),
                MarkLook.of(now),
                now.equals(original) ? null : original,
                detail(last),
                Say.person(item.by()),
                Say.moment(item.recordedAt()),
                chain.stream().map(WeekFold::words).toList());
    }

    /** Such as {@code N amended to I by S. Lind, attendance officer, Mon 7 Sep 2026, 9:41am: Parent rang}. */
    private static String words(ChronologyItem amendment) {
        String by = Say.person(amendment.by());
        Object reason = amendment.data().get("reason");
        return amendment.data().get("originalCode") + " amended to "
                + amendment.data().get("amendedCode") + (by == null ? "" : " by " + by) + ", "
                + Say.moment(amendment.recordedAt()) + (reason == null ? "" : ": " + reason);
    }

    private static @Nullable String detail(ChronologyItem item) {
        Object detail = item.data().get("detail");
        Object minutes = item.data().get("minutesLate");
        String late = minutes == null ? "" : minutes + " minutes late";
        return detail == null
                ? (late.isEmpty() ? null : late)
                : late.isEmpty() ? detail.toString() : late + ", " + detail;
    }

    private static String register(ChronologyItem item) {
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
