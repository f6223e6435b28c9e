package uk.muster.kernel.absence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.event.AbsenceEvent.AbsenceReported;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;

/** The pupil's school days of an unexplained absence up to today, and what each of them shows (G-03). */
final class CaseDays {

    private final FollowUpFacts facts;
    private final SessionKey from;
    private final boolean history;
    private final LocalDate knownOn;
    private final List<LocalDate> days;

    CaseDays(FollowUpFacts facts, SessionKey from) {
        this.facts = facts;
        this.from = from;
        Instant knownAt = facts.marks().find(from).map(KnownMark::knownAt).orElse(facts.now());
        this.history = facts.isHistory(from.date(), knownAt);
        this.knownOn = London.dateOf(knownAt);
        this.days = facts.calendars().schoolDays(from.date(), facts.today()).stream()
                .filter(this::isExpectedOn)
                .toList();
    }

    LocalDate first() {
        return from.date();
    }

    /** The days of the calendar on which the pupil was expected; the first is day 1. */
    List<LocalDate> all() {
        return days;
    }

    /** Whether the absence became known more than one school day after it began. */
    boolean isHistory() {
        return history;
    }

    /** History starts no first-day response, and nothing on a day that was over when it became known. */
    boolean isPast(LocalDate day, int number) {
        return history && (number == 1 || day.isBefore(knownOn));
    }

    /** Whether the absence began in the afternoon of that day, when the calls of the morning were over. */
    boolean beganLater(LocalDate day) {
        return day.equals(from.date()) && from.half() == SessionHalf.PM;
    }

    /**
     * The first session of the day that says anything shows the pupil absent, or none says anything: a register that is missing is no sign of
     * life. Only while history is being recorded it means nothing, for the next register may be on its way.
     */
    boolean isAbsentOn(LocalDate day) {
        return sessions(day)
                .filter(session -> session.compareTo(from) >= 0)
                .flatMap(session -> facts.marks().find(session).stream())
                .map(KnownMark::meaning)
                .filter(meaning -> meaning != KnownMark.Meaning.NOT_EXPECTED)
                .findFirst()
                .map(meaning -> meaning == KnownMark.Meaning.UNEXPLAINED || meaning == KnownMark.Meaning.NOT_ACCEPTED)
                .orElse(!history || day.isAfter(knownOn));
    }

    /** Whether somebody told the school of this day: of the days of the report, or of those up to when it was made. */
    boolean isReported(LocalDate day) {
        return facts.state().reports().stream().anyMatch(report -> covers(report, day));
    }

    private boolean covers(AbsenceReported report, LocalDate day) {
        if (day.isBefore(report.from())) {
            return false;
        }
        LocalDate back = report.expectedReturn();
        if (back != null) {
            return day.isBefore(back) || day.equals(report.from());
        }
        LocalDate last = London.dateOf(report.receivedAt());
        return !facts.rules().reportsEveryDay() || !day.isAfter(last.isAfter(report.from()) ? last : report.from());
    }

    private boolean isExpectedOn(LocalDate day) {
        return sessions(day)
                .anyMatch(session -> facts.marks()
                        .find(session)
                        .filter(mark -> mark.meaning() == KnownMark.Meaning.NOT_EXPECTED)
                        .isEmpty());
    }

    private Stream<SessionKey> sessions(LocalDate day) {
        return Stream.of(SessionHalf.values())
                .map(half -> new SessionKey(day, half))
                .filter(facts.calendars()::isOpen);
    }
}
