package uk.muster.simulator.term;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import uk.muster.simulator.chance.Chance;
import uk.muster.simulator.school.Phase;

/**
 * Draws pupils' strips so that in the long run each code has its national share. On a day without a spell one may begin; a spell of
 * {@code L} days keeps others from beginning. With {@code r} the share of a kind for the pupil, {@code S} its mean sessions and {@code L} its
 * mean days, a decision takes {@code D = 1 / (1 - Σ 2r(L-1)/S)} days on average, and the chance of each kind on a free day is {@code 2rD/S}.
 */
final class StripDraw {

    /** Spells already running on the first day have begun in these days before it. */
    private static final int DAYS_BEFORE = 40;

    private final List<Applicable> kinds;
    private final DayWeights weights;

    /** A kind with its rate (share of possible sessions, 0 to 1) for the pupils it happens to. */
    private record Applicable(SpellKind kind, double rate) {}

    /**
     * @param yearGroups the year group of each pupil of the school: a code that only some years bear falls on them alone
     * @param presentInstead codes the school does not use, for which its pupils are present
     */
    StripDraw(
            NationalRates rates, Phase phase, List<String> yearGroups, Set<String> presentInstead, DayWeights weights) {
        this.weights = weights;
        this.kinds = SpellKind.ALL.stream()
                .filter(kind -> !presentInstead.contains(kind.code()))
                .flatMap(kind -> applicable(kind, rates.share(kind.code(), phase), yearGroups))
                .toList();
    }

    private static Stream<Applicable> applicable(SpellKind kind, double share, List<String> yearGroups) {
        long subject = yearGroups.stream().filter(kind::happensTo).count();
        return subject == 0
                ? Stream.empty()
                : Stream.of(new Applicable(kind, share * kind.part() * yearGroups.size() / subject));
    }

    Strip draw(Chance chance, String yearGroup, double leaning) {
        List<Applicable> own =
                kinds.stream().filter(a -> a.kind().happensTo(yearGroup)).toList();
        double[] starts = starts(own, leaning);
        int days = weights.days().size();
        Strip strip = new Strip(days);
        int day = -DAYS_BEFORE;
        while (day < days) {
            int started = started(chance, own, starts, day);
            if (started < 0) {
                day++;
            } else {
                SpellKind kind = own.get(started).kind();
                int length = kind.days(chance);
                write(strip, kind, day, length);
                day += length;
            }
        }
        return strip;
    }

    private static double[] starts(List<Applicable> own, double leaning) {
        double busy = 0;
        double[] starts = new double[own.size()];
        for (int i = 0; i < starts.length; i++) {
            SpellKind kind = own.get(i).kind();
            starts[i] = 2 * own.get(i).rate() * kind.factor(leaning) / kind.meanSessions();
            busy += starts[i] * (kind.meanDays() - 1);
        }
        for (int i = 0; i < starts.length; i++) {
            starts[i] /= 1 - busy;
        }
        return starts;
    }

    /** The index of the kind that begins on this day, -1 for none. */
    private int started(Chance chance, List<Applicable> own, double[] starts, int day) {
        double u = chance.uniform();
        for (int i = 0; i < starts.length; i++) {
            u -= starts[i] * (day < 0 ? 1 : weights.weight(own.get(i).kind().season(), day));
            if (u < 0) {
                return i;
            }
        }
        return -1;
    }

    private static void write(Strip strip, SpellKind kind, int from, int length) {
        int sessions = strip.sessions();
        for (int day = Math.max(from, 0); day < from + length && 2 * day < sessions; day++) {
            if (kind.halves() != SpellKind.Halves.AFTERNOON) {
                strip.set(2 * day, kind.code(), day - from);
            }
            if (kind.halves() != SpellKind.Halves.MORNING) {
                strip.set(2 * day + 1, kind.code(), day - from);
            }
        }
    }
}
