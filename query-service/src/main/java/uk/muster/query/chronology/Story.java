package uk.muster.query.chronology;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.calendar.London;
import uk.muster.query.keys.Opener;
import uk.muster.query.pupil.Pupil;
import uk.muster.query.register.Registers;
import uk.muster.query.store.Fact;

/**
 * What happened to a pupil, newest first, out of what was read already: a page counts it, and puts into words only the parts that it shows. It records no
 * look: whoever shows it does.
 */
public final class Story {

    private final List<Happening> happenings;

    private Story(List<Happening> happenings) {
        this.happenings = happenings;
    }

    /**
     * @param registers facts of every register that can hold an entry for the pupil, in the order in which they were recorded
     * @param absences how the pupil's absences were followed up
     */
    public static Story of(Pupil pupil, List<Registers.Read> registers, List<Fact> absences) {
        List<Happening> all = new ArrayList<>(Happenings.of(pupil));
        all.addAll(AbsenceHappenings.of(absences));
        all.addAll(Happenings.of(registers, pupil.state().pupil()));
        all.sort(Happening.NEWEST_FIRST);
        return new Story(all);
    }

    /** That of some kinds. */
    public Story of(Set<Kind> kinds) {
        return only(happening -> kinds.contains(happening.kind()));
    }

    /** @param from,to first and last day (Europe/London) on which it happened, both inclusive; null for no end */
    public Story between(@Nullable LocalDate from, @Nullable LocalDate to) {
        return only(happening -> {
            LocalDate day = London.dateOf(happening.at());
            return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
        });
    }

    private Story only(Predicate<Happening> like) {
        return new Story(happenings.stream().filter(like).toList());
    }

    public int size() {
        return happenings.size();
    }

    /** The day of each, the newest first. */
    public List<LocalDate> days() {
        return happenings.stream().map(each -> London.dateOf(each.at())).toList();
    }

    /** @param now by which something is overdue or is not */
    public List<ChronologyItem> tell(Opener opener, Sight sight, Instant now) {
        Narrator narrator = new Narrator(opener, sight, now);
        return happenings.stream().map(narrator::tell).toList();
    }
}
