package uk.muster.query.attendance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.calendar.Term;
import uk.muster.kernel.code.AttendanceCode;
import uk.muster.kernel.code.Rate;
import uk.muster.kernel.code.Tally;
import uk.muster.kernel.figures.Figures;
import uk.muster.kernel.figures.Figures.Frame;
import uk.muster.kernel.figures.Lateness;
import uk.muster.kernel.figures.Rates;
import uk.muster.kernel.figures.SchoolTerm;
import uk.muster.kernel.figures.WeekPattern;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.policy.Bands.Band;
import uk.muster.query.school.School;
import uk.muster.query.sheet.Strip;

/** Puts a year's page together out of a pupil's sessions, which may begin before it: a trend looks back across the summer. */
final class AttendanceFigures {

    private AttendanceFigures() {}

    static AttendancePage page(School school, AcademicYear year, Frame frame, Strip strip) {
        List<AttendancePage.Session> sessions = new ArrayList<>(strip.size());
        List<AttendanceCode> counted = new ArrayList<>(strip.size());
        for (int place = strip.placeFrom(frame.from()); place < strip.size(); place++) {
            SessionKey session = strip.session(place);
            AttendanceCode code = strip.code(place);
            sessions.add(
                    new AttendancePage.Session(session.date(), session.half(), code.symbol(), strip.counts(place)));
            if (strip.counts(place)) {
                counted.add(code);
            }
        }
        Tally tally = Tally.of(counted);
        Figures figures = Figures.of(strip, frame);
        Lateness lateness = Lateness.between(strip, frame.from(), frame.to());
        return new AttendancePage(
                year,
                tally.possible(),
                tally.attended(),
                tally.authorisedAbsence(),
                tally.unauthorisedAbsence(),
                tally.unableToAttend(),
                tally.percentage().orElse(null),
                figures.persistentlyAbsent(),
                figures.severelyAbsent(),
                id(figures.band()),
                figures.bandSince(),
                id(figures.previousBand()),
                figures.colour(),
                figures.provisional(),
                figures.trend(),
                tally.byCode(),
                lateness.lates(),
                lateness.lateAfterClose(),
                lateness.minutes(),
                halfTerms(school, year, strip, frame.to()),
                weekdays(strip, frame),
                WeekPattern.brokenWeeks(strip, frame.from(), frame.to()),
                sessions);
    }

    private static @Nullable String id(@Nullable Band band) {
        return band == null ? null : band.id();
    }

    private static List<AttendancePage.HalfTerm> halfTerms(
            School school, AcademicYear year, Strip strip, LocalDate today) {
        return Optional.ofNullable(school.state().calendars().get(year)).stream()
                .flatMap(calendar -> calendar.terms().stream())
                .filter(halfTerm -> !halfTerm.from().isAfter(today))
                .map(halfTerm -> halfTerm(halfTerm, strip))
                .toList();
    }

    private static AttendancePage.HalfTerm halfTerm(Term halfTerm, Strip strip) {
        Rate rate = Rates.between(strip, halfTerm.from(), halfTerm.to());
        Lateness lateness = Lateness.between(strip, halfTerm.from(), halfTerm.to());
        return new AttendancePage.HalfTerm(
                halfTerm.name(),
                SchoolTerm.of(halfTerm),
                halfTerm.from(),
                halfTerm.to(),
                rate.possible(),
                rate.attended(),
                rate.percentage().orElse(null),
                lateness.lates(),
                lateness.lateAfterClose(),
                lateness.minutes());
    }

    private static List<AttendancePage.Weekday> weekdays(Strip strip, Frame frame) {
        return WeekPattern.between(strip, frame.from(), frame.to()).stream()
                .map(day -> new AttendancePage.Weekday(
                        day.day(), AttendancePage.Half.of(day.am()), AttendancePage.Half.of(day.pm())))
                .toList();
    }
}
