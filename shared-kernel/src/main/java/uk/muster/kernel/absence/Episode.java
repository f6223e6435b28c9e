package uk.muster.kernel.absence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.calendar.SchoolCalendars;
import uk.muster.kernel.event.FollowUpEvent.Ending;
import uk.muster.kernel.identity.SessionKey;

/**
 * An unexplained absence as the registers show it: from the first {@code N} until the pupil is back or the absence is explained. Weekends,
 * holidays and closures neither advance nor end it (G-03), nor does a session without a mark.
 *
 * @param from the first session
 * @param ending null while it lasts
 */
record Episode(SessionKey from, @Nullable Ending ending) {

    boolean lasts() {
        return ending == null;
    }

    /**
     * The episodes of the days that were read, in order; only the last can still last.
     *
     * @param begun whether a case was found to begin with a session: it may have become {@code O} since, by its deadline
     */
    static List<Episode> of(PupilMarks marks, SchoolCalendars calendars, LocalDate today, Predicate<SessionKey> begun) {
        LocalDate first = marks.readFrom();
        if (first == null) {
            return List.of();
        }
        List<Episode> episodes = new ArrayList<>();
        SessionKey from = null;
        for (SessionKey session : calendars.sessions(first, today)) {
            KnownMark mark = marks.read().get(session);
            if (mark == null) {
                continue;
            }
            switch (mark.meaning()) {
                case UNEXPLAINED -> from = from == null ? session : from;
                case NOT_ACCEPTED -> from = from == null && begun.test(session) ? session : from;
                case PRESENT -> from = end(episodes, from, Ending.RETURNED);
                case EXPLAINED -> from = end(episodes, from, Ending.EXPLAINED);
                case NOT_EXPECTED -> {}
            }
        }
        if (from != null) {
            episodes.add(new Episode(from, null));
        }
        return episodes;
    }

    private static @Nullable SessionKey end(List<Episode> episodes, @Nullable SessionKey from, Ending ending) {
        if (from != null) {
            episodes.add(new Episode(from, ending));
        }
        return null;
    }
}
