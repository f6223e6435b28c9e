package uk.muster.kernel.penalty;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.muster.kernel.calendar.Term;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.policy.PenaltyPolicy.WeekUnit;

/** Over which days sessions are counted together. */
public sealed interface Period {

    /** What the period is on a day. It never begins earlier on a later day. */
    Days on(SchoolWeeks weeks, LocalDate day);

    /** The Mondays in order after the day on which it may begin later than before: as far as calendars are known, or without end. */
    Stream<LocalDate> turnsAfter(SchoolWeeks weeks, LocalDate day);

    /**
     * The days of a period, both ends inclusive.
     *
     * @param schoolWeeks how many of its weeks are school weeks
     */
    record Days(LocalDate from, LocalDate to, int schoolWeeks) {

        public boolean has(LocalDate date) {
            return !date.isBefore(from) && !date.isAfter(to);
        }

        private static Days weeks(LocalDate first, LocalDate last, int schoolWeeks) {
            return new Days(SchoolWeeks.monday(first), SchoolWeeks.sunday(last), schoolWeeks);
        }
    }

    /**
     * The last weeks up to that of the day. In the holidays, when that is no school week, a period of school weeks stays what it was in the
     * last one: nothing drops out of it before school begins again.
     *
     * @param length weeks, 1 or more
     * @param acrossTerms whether it may begin in an earlier half term than that of the day
     * @param acrossYears whether it may begin in an earlier academic year
     */
    record Rolling(int length, WeekUnit unit, boolean acrossTerms, boolean acrossYears) implements Period {

        @Override
        public Days on(SchoolWeeks weeks, LocalDate day) {
            return weeks.days(this, day, () -> days(weeks, day));
        }

        private Days days(SchoolWeeks weeks, LocalDate day) {
            return switch (unit) {
                case SCHOOL_WEEK -> ofSchoolWeeks(weeks.last(day, length), weeks, day);
                case CALENDAR_WEEK -> {
                    LocalDate first = SchoolWeeks.monday(day).minusWeeks(length - 1L);
                    Days all = ofSchoolWeeks(List.copyOf(weeks.between(first, day)), weeks, day);
                    LocalDate from = acrossTerms && acrossYears ? first : all.from();
                    yield Days.weeks(from, day, all.schoolWeeks());
                }
            };
        }

        private Days ofSchoolWeeks(List<LocalDate> last, SchoolWeeks weeks, LocalDate day) {
            if (last.isEmpty()) {
                return Days.weeks(day, day, 0);
            }
            Optional<Term> term = acrossTerms ? Optional.empty() : weeks.termOf(last.getLast());
            AcademicYear year = AcademicYear.of(last.getLast());
            List<LocalDate> kept = last.stream()
                    .filter(week -> acrossYears || year.contains(week))
                    .filter(week -> term.isEmpty() || weeks.termOf(week).equals(term))
                    .toList();
            return Days.weeks(kept.getFirst(), kept.getLast(), kept.size());
        }

        @Override
        public Stream<LocalDate> turnsAfter(SchoolWeeks weeks, LocalDate day) {
            return switch (unit) {
                case SCHOOL_WEEK -> weeks.after(day).stream();
                case CALENDAR_WEEK -> Stream.iterate(SchoolWeeks.sunday(day).plusDays(1), week -> week.plusWeeks(1));
            };
        }
    }

    /** The half term of the day; in the holidays the one before them. */
    record HalfTerm() implements Period {

        @Override
        public Days on(SchoolWeeks weeks, LocalDate day) {
            return weeks.days(this, day, () -> days(weeks, day));
        }

        private static Days days(SchoolWeeks weeks, LocalDate day) {
            List<LocalDate> last = weeks.last(day, 1);
            if (last.isEmpty()) {
                return Days.weeks(day, day, 0);
            }
            LocalDate to = SchoolWeeks.sunday(last.getFirst());
            LocalDate from = weeks.termOf(last.getFirst()).map(Term::from).orElse(last.getFirst());
            return new Days(from, to, weeks.between(from, to).size());
        }

        @Override
        public Stream<LocalDate> turnsAfter(SchoolWeeks weeks, LocalDate day) {
            return weeks.after(day).stream();
        }
    }
}
