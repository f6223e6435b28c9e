package uk.muster.simulator;

import java.io.PrintStream;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One line for each week that has been lived: how much was sent in it, and how long it took by the machine's time. */
final class Progress {

    private final PrintStream out;
    private final long begun = System.nanoTime();
    private long weekBegun = begun;
    private @Nullable LocalDate week;
    private int days;
    private int before;
    private int sent;

    /** @param before how many commands were sent of days that were over */
    Progress(PrintStream out, int before) {
        this.out = out;
        this.before = before;
        this.sent = before;
        if (before > 0) {
            out.printf(Locale.ROOT, "  days that are over           %,6d commands%n", before);
        }
    }

    /** @param sentSoFar commands, in all */
    void lived(LocalDate day, int sentSoFar) {
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        if (!monday.equals(week)) {
            line();
            week = monday;
        }
        days++;
        sent = sentSoFar;
    }

    void end() {
        line();
        out.printf(Locale.ROOT, "  %,d commands in %.0f s%n", sent, seconds(begun));
    }

    private void line() {
        if (week != null) {
            out.printf(
                    Locale.ROOT,
                    "  week of %s  %d school days  %,6d commands  %5.1f s%n",
                    week,
                    days,
                    sent - before,
                    seconds(weekBegun));
        }
        weekBegun = System.nanoTime();
        before = sent;
        days = 0;
    }

    private static double seconds(long since) {
        return Duration.ofNanos(System.nanoTime() - since).toMillis() / 1000.0;
    }
}
