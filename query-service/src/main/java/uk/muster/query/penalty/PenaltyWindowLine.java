package uk.muster.query.penalty;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.penalty.PenaltyWindow;

/**
 * What a pupil's unauthorised sessions come to in a window of the school's policy.
 *
 * @param name in lists, left out where the caller may not see it
 * @param group in lists, that of the day
 * @param yearGroup in lists
 * @param from the Monday of the first school week
 * @param to the Sunday of the last; in the holidays, of the last before them
 * @param provisional how many of the sessions are {@code N}, not yet settled
 * @param compulsoryAge whether the pupil is of compulsory school age on the day; of others nothing is met
 * @param metOn the date of the session that made them as many as the threshold
 * @param retractedOn when it was found that a threshold which lay in this window lost its basis; null while it is met
 * @param nextDropsOutOn the first day on which the oldest session is no longer in the window
 * @param remaining how many sessions the window still has on that day
 * @param doubled what another school recorded for a session that counts already; null where none did
 */
public record PenaltyWindowLine(
        String pupilId,
        Urn urn,
        @Nullable String name,
        @Nullable GroupId group,
        @Nullable String yearGroup,
        String windowId,
        LocalDate from,
        LocalDate to,
        int schoolWeeks,
        List<SessionOfWindow> sessions,
        int count,
        int provisional,
        int threshold,
        boolean compulsoryAge,
        boolean met,
        @Nullable LocalDate metOn,
        @Nullable LocalDate retractedOn,
        @Nullable LocalDate nextDropsOutOn,
        int remaining,
        @Nullable List<SessionOfWindow> doubled) {

    /** Whose window it is, as far as it is shown. */
    record Person(
            String pupilId,
            @Nullable String name,
            @Nullable GroupId group,
            @Nullable String yearGroup) {}

    static PenaltyWindowLine of(
            Person person,
            Urn urn,
            PenaltyWindow window,
            @Nullable String earlierSchool,
            @Nullable LocalDate retractedOn) {
        return new PenaltyWindowLine(
                person.pupilId(),
                urn,
                person.name(),
                person.group(),
                person.yearGroup(),
                window.windowId(),
                window.from(),
                window.to(),
                window.schoolWeeks(),
                SessionOfWindow.of(window.sessions(), earlierSchool),
                window.count(),
                window.provisional(),
                window.threshold(),
                window.compulsoryAge(),
                window.met(),
                window.metOn(),
                retractedOn,
                window.nextDropsOutOn(),
                window.remaining(),
                window.doubled().isEmpty() ? null : SessionOfWindow.of(window.doubled(), earlierSchool));
    }
}
