package uk.muster.query.chronology;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.query.pupil.Pupil;
import uk.muster.query.register.Registers;
import uk.muster.query.register.RegistersOfPupil;
import uk.muster.query.school.School;

/**
 * Reads a pupil's registers from the newest day back, a piece at a time, until what was found fills a page: a page of a long time at school costs no more
 * than one of a short one. What happened in a register on a later day than the session's is found by a list of these, and read first.
 */
final class RegistersBack {

    /** Days of the first piece at least. A hundred days of the calendar have about a hundred and thirty sessions, so a piece has as many days as items are wanted. */
    private static final int SHORTEST = 50;

    private final Registers registers;
    private final School school;
    private final Pupil pupil;
    private final ChronologyReader.Question question;

    RegistersBack(Registers registers, School school, Pupil pupil, ChronologyReader.Question question) {
        this.registers = registers;
        this.school = school;
        this.pupil = pupil;
        this.question = question;
    }

    /**
     * Everything that happened in registers from some day on, that day being early enough.
     *
     * @param first,last days of sessions that may be read, both inclusive
     * @param wanted what the page takes, of what it is full with {@code enough}
     */
    List<Happening> read(LocalDate first, LocalDate last, Predicate<Happening> wanted, int enough) {
        List<Happening> all = new ArrayList<>();
        Set<RegisterId> known = new HashSet<>(
                registers.laterEntries(pupil.state().urn(), pupil.state().pupil()));
        add(known, all);
        LocalDate until = last;
        long days = Math.max(enough, SHORTEST);
        while (!until.isBefore(first)) {
            LocalDate from = until.minusDays(days).isBefore(first) ? first : until.minusDays(days);
            Set<RegisterId> piece = RegistersOfPupil.between(school, pupil, from, until);
            piece.removeAll(known);
            add(piece, all);
            boolean isFull = all.stream()
                            .filter(happening -> !London.dateOf(happening.at()).isBefore(from))
                            .filter(wanted)
                            .limit(enough)
                            .count()
                    == enough;
            if (isFull) {
                return all;
            }
            until = from.minusDays(1);
            days *= 2;
        }
        return all;
    }

    private void add(Set<RegisterId> ids, List<Happening> all) {
        registers.forEach(
                ids,
                question.asOf(),
                register -> all.addAll(Happenings.of(register, pupil.state().pupil())));
    }
}
