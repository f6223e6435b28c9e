package uk.muster.kernel.calendar;

import java.util.List;
import uk.muster.kernel.identity.AcademicYear;

/**
 * What a school publishes of one academic year. Making one checks nothing, so that a calendar published under older rules can always be
 * read back; {@link #faults()} says whether it may be published.
 *
 * @param terms half terms in order; the gaps between them are holidays
 * @param closures days and sessions within the terms on which the school is closed
 */
public record SchoolCalendar(AcademicYear year, List<Term> terms, List<Closure> closures) {

    public SchoolCalendar {
        terms = List.copyOf(terms);
        closures = List.copyOf(closures);
    }

    /** Everything that forbids publishing, in the order of the calendar; empty when nothing does. */
    public List<CalendarFault> faults() {
        return CalendarCheck.faults(this);
    }

    /** Sentences for a person to look at; none of them forbids publishing. Of a calendar without faults. */
    public List<String> warnings() {
        return CalendarCheck.warnings(this);
    }
}
