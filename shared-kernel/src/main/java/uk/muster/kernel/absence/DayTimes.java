package uk.muster.kernel.absence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.policy.EffectivePolicy;

/** When things are due on a school day, by the school's policy and the pupil's year group. */
public record DayTimes(EffectivePolicy policy, String yearGroup) {

    Instant morningOpens(LocalDate day) {
        return London.at(day, policy.sessions().opens(SessionHalf.AM));
    }

    Instant morningCloses(LocalDate day) {
        return London.at(day, policy.sessions().closes(SessionHalf.AM));
    }

    Instant afternoonOpens(LocalDate day) {
        return London.at(day, policy.sessions().opens(SessionHalf.PM));
    }

    Instant afternoonCloses(LocalDate day) {
        return London.at(day, policy.sessions().closes(SessionHalf.PM));
    }

    /** The end of the school day; the close of the afternoon register where the policy names no other. */
    Instant ends(LocalDate day) {
        LocalTime time =
                policy.followUp().dayEnd(yearGroup).orElse(policy.sessions().closes(SessionHalf.PM));
        return London.at(day, time);
    }

    /** When the calls of a day begin. */
    public Instant callsBegin(LocalDate day) {
        return Optional.ofNullable(policy.followUp().callsFrom())
                .map(time -> London.at(day, time))
                .orElseGet(() -> morningCloses(day));
    }

    /** By when they are to be made. */
    public Instant callsEnd(LocalDate day) {
        return Optional.ofNullable(policy.followUp().callsUntil())
                .map(time -> London.at(day, time))
                .orElseGet(() -> ends(day));
    }
}
