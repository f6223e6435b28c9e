package uk.muster.kernel.absence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;

/** The pupil's school days as clocks over many days count them: those of the academic year, from the first mark that is known, up to today. */
final class CountedDays {

    private final FollowUpFacts facts;
    private final LocalDate yearFrom;
    private final LocalDate yearTo;

    /** Before the first mark that is known nothing was counted. */
    private final List<Day> days;

    CountedDays(FollowUpFacts facts) {
        this.facts = facts;
        AcademicYear year = AcademicYear.of(facts.today());
        this.yearFrom = year.firstDay();
        this.yearTo = year.lastDay();
        this.days = facts
                .marks()
                .firstDay()
                .map(first -> first.isAfter(yearFrom) ? first : yearFrom)
                .map(first -> facts.calendars().schoolDays(first, facts.today()))
                .orElse(List.of())
                .stream()
                .map(this::day)
                .toList();
    }

    /**
     * A school day of the pupil.
     *
     * @param marks of its sessions, none where a session says nothing
     * @param complete whether there is no session that may have been attended
     */
    record Day(LocalDate date, List<KnownMark> marks, boolean complete) {

        boolean isAll(Predicate<KnownMark> kind) {
            return complete && !marks.isEmpty() && marks.stream().allMatch(kind);
        }

        boolean hasAny(Predicate<KnownMark> kind) {
            return marks.stream().anyMatch(kind);
        }

        /** Whether it neither goes on with a run of days nor breaks one. */
        boolean saysNothing() {
            return complete && marks.isEmpty();
        }

        private long count(Predicate<KnownMark> kind) {
            return marks.stream().filter(kind).count();
        }

        private Instant knownAt() {
            return marks.stream()
                    .map(KnownMark::knownAt)
                    .max(Instant::compareTo)
                    .orElse(Instant.EPOCH);
        }
    }

    /**
     * When a limit was met.
     *
     * @param from,to what is raised about these days is raised once
     */
    record Met(LocalDate on, LocalDate from, LocalDate to) {

        boolean overlaps(Met other) {
            return !from.isAfter(other.to) && !other.from.isAfter(to);
        }
    }

    List<Day> all() {
        return days;
    }

    /** Each run of whole days of a kind that is as long as the limit: when it became so, and the days of the run. */
    List<Met> runs(Predicate<KnownMark> kind, int limit) {
        return streaks(day -> day.isAll(kind)).stream()
                .filter(run -> run.size() >= limit)
                .filter(run -> !isHistory(run.get(limit - 1)))
                .map(run -> new Met(
                        run.get(limit - 1).date(),
                        run.getFirst().date(),
                        run.getLast().date()))
                .toList();
    }

    /** Days in a row of which something holds, in order; a day that says nothing breaks no row. */
    List<List<Day>> streaks(Predicate<Day> kind) {
        List<List<Day>> streaks = new ArrayList<>();
        @Nullable List<Day> streak = null;
        for (Day day : days) {
            if (kind.test(day)) {
                if (streak == null) {
                    streak = new ArrayList<>();
                    streaks.add(streak);
                }
                streak.add(day);
            } else if (!day.saysNothing()) {
                streak = null;
            }
        }
        return streaks;
    }

    /** When so many sessions of a kind have come together in the academic year. */
    Optional<Met> total(Predicate<KnownMark> kind, int limit) {
        long count = 0;
        for (Day day : days) {
            count += day.count(kind);
            if (count >= limit) {
                return isHistory(day) ? Optional.empty() : Optional.of(ofYear(day.date()));
            }
        }
        return Optional.empty();
    }

    /** What is raised once in the academic year. */
    Met ofYear(LocalDate on) {
        return new Met(on, yearFrom, yearTo);
    }

    boolean isHistory(Day day) {
        return facts.isHistory(day.date(), day.knownAt());
    }

    /** A session that has no mark, or none yet today, says nothing; one of which nobody knows whether it has a mark is taken as attended. */
    private Day day(LocalDate date) {
        List<KnownMark> marks = new ArrayList<>();
        boolean complete = true;
        for (SessionHalf half : SessionHalf.values()) {
            SessionKey session = new SessionKey(date, half);
            if (!facts.calendars().countsInRates(session)) {
                continue;
            }
            Optional<KnownMark> mark = facts.marks().find(session);
            if (mark.isEmpty()) {
                complete &= facts.marks().isUnmarked(session) || date.equals(facts.today());
            } else if (mark.get().meaning() != KnownMark.Meaning.NOT_EXPECTED) {
                marks.add(mark.get());
            }
        }
        return new Day(date, List.copyOf(marks), complete);
    }
}
