package uk.muster.command.clock;

import static uk.muster.http.identity.Role.ADMIN;
import static uk.muster.http.identity.Role.ATTENDANCE_OFFICER;
import static uk.muster.http.identity.Role.AUDITOR;
import static uk.muster.http.identity.Role.CLASS_TEACHER;
import static uk.muster.http.identity.Role.HEAD;
import static uk.muster.http.identity.Role.MIS_INTEGRATION;
import static uk.muster.http.identity.Role.SAFEGUARDING_LEAD;
import static uk.muster.http.identity.Role.TRUST_EXECUTIVE;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.muster.http.body.Body;
import uk.muster.http.convention.Times;
import uk.muster.http.identity.Allowed;
import uk.muster.http.problem.Problem;

/** The clock of a trial; without one there is nothing at this path. */
@RestController
@RequestMapping("/api/v1/dev/clock")
public class ClockController {

    /** For one instant, however many there are on the way. */
    private static final Duration MOST = Duration.ofSeconds(60);

    private final BusinessClock clock;
    private final FallingDue fallingDue;
    private final Barrier readers;
    private final Lock moving = new ReentrantLock();

    /** @param readers waits until all that is recorded can be read */
    public ClockController(BusinessClock clock, FallingDue fallingDue, @Qualifier("readersCaughtUp") Barrier readers) {
        this.clock = clock;
        this.fallingDue = fallingDue;
        this.readers = readers;
    }

    @GetMapping
    @Allowed({
        ADMIN,
        MIS_INTEGRATION,
        CLASS_TEACHER,
        ATTENDANCE_OFFICER,
        SAFEGUARDING_LEAD,
        HEAD,
        TRUST_EXECUTIVE,
        AUDITOR
    })
    Map<String, String> read() {
        requireTrial();
        return now();
    }

    /** Moves the clock forward, never back, and answers when everything that follows from it has come through. */
    @PostMapping
    @Allowed(ADMIN)
    Map<String, String> advance(Body body) throws InterruptedException {
        requireTrial();
        moving.lockInterruptibly();
        try {
            return move(body);
        } finally {
            moving.unlock();
        }
    }

    private Map<String, String> move(Body body) throws InterruptedException {
        Optional<Instant> to = body.read(fields -> fields.optionalInstant("advanceTo"));
        if (to.isPresent()) {
            if (to.get().isBefore(clock.instant())) {
                throw Problem.conflict("The clock reads " + Times.print(clock.instant()) + " and does not go back.")
                        .asException();
            }
            step(to.get());
        }
        settle(fallingDue);
        settle(readers);
        return now();
    }

    /** Goes through the instants at which something falls due, in their order. */
    private void step(Instant target) throws InterruptedException {
        settle(fallingDue);
        for (Optional<Instant> next = dueBy(target); next.isPresent(); next = dueBy(target)) {
            if (next.get().isAfter(clock.instant())) {
                clock.set(next.get());
            }
            settle(fallingDue);
        }
        if (target.isAfter(clock.instant())) {
            clock.set(target);
        }
    }

    private Optional<Instant> dueBy(Instant target) {
        return fallingDue.next().filter(next -> !next.isAfter(target));
    }

    private static void settle(Barrier barrier) throws InterruptedException {
        if (!barrier.await(MOST)) {
            throw Problem.away("Not everything has come through yet; send {} to wait on.", Duration.ofSeconds(1))
                    .asException();
        }
    }

    private void requireTrial() {
        if (!clock.isTrial()) {
            throw Problem.unknown("There is nothing at this path.").asException();
        }
    }

    private Map<String, String> now() {
        return Map.of("now", Times.print(clock.instant()));
    }
}
