package uk.muster.simulator.school;

import java.time.LocalDate;
import java.util.Optional;
import uk.muster.kernel.identity.GroupId;

/**
 * A pupil's time on a school's roll.
 *
 * @param leaning how much more than the average pupil of the school this one is absent or late; 1 is the average
 * @param move a change of class during the term
 * @param leaving the end of the pupil's time on roll
 */
public record RollEntry(Pupil pupil, double leaning, Optional<Move> move, Optional<Leaving> leaving) {

    /** A change of class, the new one holding from {@code from} on. */
    public record Move(GroupId to, LocalDate from) {}

    /** A removal under reg 9(1)(a): the last day on roll, and the school that the pupil goes to. */
    public record Leaving(LocalDate lastDay, String destination) {}

    public static RollEntry of(Pupil pupil, double leaning) {
        return new RollEntry(pupil, leaning, Optional.empty(), Optional.empty());
    }

    public RollEntry leaving(LocalDate lastDay, String destination) {
        return new RollEntry(pupil, leaning, move, Optional.of(new Leaving(lastDay, destination)));
    }

    public RollEntry moving(GroupId to, LocalDate from) {
        return new RollEntry(pupil, leaning, Optional.of(new Move(to, from)), leaving);
    }

    public boolean isOnRoll(LocalDate date) {
        return !date.isBefore(pupil.admittedOn())
                && leaving.filter(l -> date.isAfter(l.lastDay())).isEmpty();
    }

    /** The class the pupil is in on a date on roll. */
    public GroupId groupOn(LocalDate date) {
        return move.filter(m -> !date.isBefore(m.from())).map(Move::to).orElse(pupil.group());
    }
}
