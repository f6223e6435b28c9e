package uk.muster.benchmarks.lists;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;
import uk.muster.benchmarks.load.Freshness;
import uk.muster.benchmarks.load.Outcome;
import uk.muster.benchmarks.load.RequestBuffer;
import uk.muster.benchmarks.load.Requests;
import uk.muster.benchmarks.load.Response;
import uk.muster.benchmarks.school.Classroom;
import uk.muster.benchmarks.school.NationalMarks;
import uk.muster.benchmarks.school.RegisterBody;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;

/** One {@code PUT} for each register of some days, morning and afternoon, all classes of a session before the next; as fast as it goes or at a pace. */
final class ListsRegisters implements Requests {

    private final List<Classroom> classrooms;
    private final Predicate<Classroom> isListed;
    private final List<LocalDate> days;
    private final NationalMarks marks;
    private final byte[] headers;
    private final ProgressBar bar;
    private final Outcome outcome = new Outcome();
    private final long nanosBetween;
    private final @Nullable Freshness freshness;
    private final long begun = System.nanoTime();
    private int next;

    /**
     * @param isListed whether lists of that class's school are asked for
     * @param nanosBetween from one request to the next; 0 for as fast as it goes
     * @param freshness who asks for the lists of registers that were taken; null for nobody
     */
    ListsRegisters(
            List<Classroom> classrooms,
            Predicate<Classroom> isListed,
            List<LocalDate> days,
            NationalMarks marks,
            byte[] headers,
            ProgressBar bar,
            long nanosBetween,
            @Nullable Freshness freshness) {
        this.classrooms = classrooms;
        this.isListed = isListed;
        this.days = days;
        this.marks = marks;
        this.headers = headers;
        this.bar = bar;
        this.nanosBetween = nanosBetween;
        this.freshness = freshness;
    }

    int count() {
        return classrooms.size() * days.size() * 2;
    }

    Outcome outcome() {
        return outcome;
    }

    @Override
    public int write(RequestBuffer out) {
        if (next == count()) {
            return NONE;
        }
        while (System.nanoTime() - begun < next * nanosBetween) {
            LockSupport.parkNanos(next * nanosBetween - (System.nanoTime() - begun));
        }
        int session = next / classrooms.size();
        Classroom classroom = classroom(next);
        LocalDate day = days.get(session / 2);
        SessionHalf half = session % 2 == 0 ? SessionHalf.AM : SessionHalf.PM;
        byte[] drawn = marks.draw(classroom, classrooms.indexOf(classroom), new SessionKey(day, half).ordinal());
        RegisterBody.write(out, classroom, day, half, marks, drawn);
        out.end(
                "PUT /api/v1/schools/%s/registers/%s/%s/%s".formatted(classroom.urn(), day, half, classroom.group()),
                headers);
        return next++;
    }

    @Override
    public void answered(int number, Response response, long nanos) {
        outcome.count("A register", response);
        if (freshness != null && response.status() == 201 && isListed.test(classroom(number))) {
            freshness.acknowledged("/api/v1/schools/" + classroom(number).urn() + "/at-risk?limit=1", response);
        }
        bar.step();
    }

    private Classroom classroom(int number) {
        return classrooms.get(number % classrooms.size());
    }
}
