package uk.muster.command.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one clock of all that the law and the policies count in. It reads the machine's time, or in a trial that time and an offset which is
 * stored, so that a restart goes on from the instant reached and time passes while the service is down.
 */
public final class BusinessClock implements InstantSource {

    private final InstantSource machine;
    private final TrialTime stored;
    private volatile @Nullable Duration offset;

    private BusinessClock(InstantSource machine, TrialTime stored, @Nullable Duration offset) {
        this.machine = machine;
        this.stored = stored;
        this.offset = offset;
    }

    /**
     * The clock of this database: a trial's when one was ever begun there, or is begun now.
     *
     * @throws ClockRefusedException when a trial is to begin before the instant it has reached
     */
    public static BusinessClock open(InstantSource machine, TrialTime stored, @Nullable Instant start) {
        Optional<Duration> reached = stored.offset();
        BusinessClock clock = new BusinessClock(machine, stored, reached.orElse(null));
        if (start != null) {
            if (reached.isPresent() && start.isBefore(clock.instant())) {
                throw new ClockRefusedException("The clock of this data has reached " + clock.instant()
                        + " and does not go back: start without --clock, or with a later instant.");
            }
            clock.set(start);
        }
        return clock;
    }

    @Override
    public Instant instant() {
        Duration trial = offset;
        return trial == null ? machine.instant() : machine.instant().plus(trial);
    }

    /** Whether time can be moved. */
    public boolean isTrial() {
        return offset != null;
    }

    /** Moves the clock, and what is stored of it, to an instant. */
    void set(Instant now) {
        Duration moved = Duration.between(machine.instant(), now);
        stored.store(moved, machine.instant());
        offset = moved;
    }
}
