package uk.muster.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Things in order of time, taken as their time comes. */
final class Upcoming<T> {

    private final List<T> all;
    private final Function<T, Instant> time;
    private int taken;

    Upcoming(List<T> all, Function<T, Instant> time) {
        this.all = List.copyOf(all);
        this.time = time;
    }

    boolean hasAnyBy(Instant now) {
        return taken < all.size() && !time.apply(all.get(taken)).isAfter(now);
    }

    List<T> takeUntil(Instant now) {
        int from = taken;
        while (hasAnyBy(now)) {
            taken++;
        }
        return all.subList(from, taken);
    }

    /** All whose time has not come. */
    List<T> left() {
        return all.subList(taken, all.size());
    }

    /** These and others, in order of time; of the same time, these first. */
    Upcoming<T> with(List<T> others) {
        List<T> both = new ArrayList<>(left());
        both.addAll(others);
        both.sort(Comparator.comparing(time));
        return new Upcoming<>(both, time);
    }
}
