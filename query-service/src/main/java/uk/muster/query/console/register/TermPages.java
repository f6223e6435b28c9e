package uk.muster.query.console.register;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import uk.muster.http.problem.Problem;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.calendar.Term;
import uk.muster.kernel.figures.SchoolTerm;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.query.console.shell.Addresses;
import uk.muster.query.console.shell.Say;
import uk.muster.query.school.School;
import uk.muster.query.school.Schools;

/** Puts a class's term together: autumn, spring or summer, all of its half terms that have begun. */
final class TermPages {

    private final Schools schools;
    private final BookReader books;
    private final InstantSource clock;

    TermPages(Schools schools, BookReader books, InstantSource clock) {
        this.schools = schools;
        this.books = books;
        this.clock = clock;
    }

    /**
     * The term of a register; of one in the holidays, the term before them.
     *
     * @throws uk.muster.http.problem.ProblemException 404 where school or group is not known, or no term is
     */
    TermPage of(Question question) {
        LocalDate today = London.dateOf(clock.instant());
        List<Term> all = halfTerms(schools.require(question.urn(), question.instant()));
        Term around = around(all, question.date())
                .orElseThrow(() -> Problem.unknown("No term is published.").asException());
        List<Term> halves =
                all.stream().filter(each -> isOfSameTerm(each, around)).toList();
        LocalDate from = halves.getFirst().from();
        LocalDate to = halves.getLast().to();
        Book book = books.read(question, from, to.isBefore(today) ? to : today);
        TermTables tables = new TermTables(book);
        List<TermPage.HalfTerm> laidOut = halves.stream()
                .filter(each -> !each.from().isAfter(today))
                .map(tables::of)
                .toList();
        return new TermPage(
                question.group().value(),
                Say.phrase(SchoolTerm.of(around).name()) + " term of "
                        + AcademicYear.of(around.from()).toString().replace("-", " to "),
                href(question, question.date()),
                Addresses.of(question.chosen()),
                last(all, each -> each.to().isBefore(from))
                        .map(each -> href(question, each.from()))
                        .orElse(null),
                all.stream()
                        .filter(each -> each.from().isAfter(to) && !each.from().isAfter(today))
                        .findFirst()
                        .map(each -> href(question, each.from()))
                        .orElse(null),
                laidOut,
                question.printed(),
                question.said(),
                Moment.of(book.registers().instants(), question.asOf()),
                book.summary(),
                question.sight().links(),
                tables.totals(),
                tables.amendments());
    }

    private static List<Term> halfTerms(School school) {
        return school.state().calendars().values().stream()
                .flatMap(calendar -> calendar.terms().stream())
                .sorted(Comparator.comparing(Term::from))
                .toList();
    }

    private static Optional<Term> around(List<Term> all, LocalDate day) {
        return last(all, each -> !each.from().isAfter(day))
                .or(() -> all.stream().findFirst());
    }

    private static Optional<Term> last(List<Term> all, Predicate<Term> like) {
        return all.reversed().stream().filter(like).findFirst();
    }

    private static boolean isOfSameTerm(Term one, Term other) {
        return AcademicYear.of(one.from()).equals(AcademicYear.of(other.from()))
                && SchoolTerm.of(one) == SchoolTerm.of(other);
    }

    private static String href(Question question, LocalDate day) {
        SessionKey session = new SessionKey(day, question.chosen().session().half());
        return Addresses.of(new RegisterId(question.urn(), session, question.group())) + "?view=term";
    }
}
