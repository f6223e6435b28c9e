package uk.muster.kernel.absence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.event.AbsenceEvent.AbsenceReported;
import uk.muster.kernel.event.AbsenceEvent.Channel;
import uk.muster.kernel.event.FollowUpEvent.FollowUpDue;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.policy.Modality;

/**
 * What a report itself gives to do, before any mark does: a voicemail may be answered by a call before anybody decides whether the absence is
 * authorised (CS-13), and a reason may be doubted (KTS-36).
 */
public final class Reports {

    static final String CALL_BACK = "call-back";

    /** For how long after it came in a report may give something to do that it did not give at once. */
    private static final int FRESH_DAYS = 7;

    private final FollowUpFacts facts;

    Reports(FollowUpFacts facts) {
        this.facts = facts;
    }

    /** Whether a task rests on a report, so that the first mark of its day, whatever it says, may take its basis away. */
    public static boolean isBasisOf(FollowUpDue due) {
        return rests(due.step(), due.actions());
    }

    private static boolean rests(String step, List<String> actions) {
        return step.equals(CALL_BACK) || (step.equals(Evidence.STEP) && actions.contains(Evidence.ON_GROUNDS));
    }

    /** Whether a report may give something to do by itself. */
    public static boolean givesToDo(AbsenceReported report) {
        return report.channel() == Channel.VOICEMAIL || isDoubted(report);
    }

    static boolean isDoubted(AbsenceReported report) {
        return Boolean.TRUE.equals(report.doubted());
    }

    /** The first day of the reports that give something to do now: from it on registers are read. */
    public static Optional<LocalDate> readFrom(AbsenceState state, LocalDate today) {
        boolean open = state.tasks().stream().anyMatch(task -> task.isOpen() && rests(task.step(), task.actions()));
        return state.reports().stream()
                .filter(Reports::givesToDo)
                .filter(report -> open || !London.dateOf(report.receivedAt()).isBefore(today.minusDays(FRESH_DAYS)))
                .map(AbsenceReported::from)
                .filter(from -> !from.isAfter(today))
                .min(LocalDate::compareTo);
    }

    /** A voicemail is called back on the day it came, by the end of the calls; once a day. */
    List<Due> callBacks() {
        if (!facts.rules().voicemailCalledBack()) {
            return List.of();
        }
        Map<LocalDate, Due> due = new LinkedHashMap<>();
        facts.state().reports().stream()
                .filter(report -> report.channel() == Channel.VOICEMAIL)
                .filter(report -> isOpen(report, _ -> false))
                .forEach(report -> dayOf(report)
                        .filter(day -> facts.isTimely(CALL_BACK, day))
                        .ifPresent(day -> due.putIfAbsent(day, callBack(day, report.receivedAt()))));
        return List.copyOf(due.values());
    }

    private Due callBack(LocalDate day, Instant receivedAt) {
        Instant calls = facts.times().callsEnd(day);
        return new Due(
                CALL_BACK,
                TaskKind.CONTACT,
                Modality.MAY,
                day,
                1,
                List.of("phone_call"),
                facts.now(),
                receivedAt.isBefore(calls) ? calls : facts.times().ends(day),
                day,
                day,
                receivedAt);
    }

    /** The school day on which something can be done about a report: that of its receipt, or the next when that is over. */
    Optional<LocalDate> dayOf(AbsenceReported report) {
        LocalDate on = London.dateOf(report.receivedAt());
        return Optional.of(on)
                .filter(facts.calendars()::isSchoolDay)
                .filter(day -> report.receivedAt().isBefore(facts.times().ends(day)))
                .or(() -> facts.calendars().nextSchoolDay(on, 1));
    }

    /** Whether nothing was entered for the first day of a report yet that settles it: an {@code N} does not, nor does what is named. */
    boolean isOpen(AbsenceReported report, Predicate<KnownMark> notSettling) {
        List<KnownMark> marks = firstDay(report.from()).stream()
                .flatMap(day -> Stream.of(SessionHalf.values()).map(half -> new SessionKey(day, half)))
                .flatMap(session -> facts.marks().find(session).stream())
                .filter(mark -> mark.meaning() != KnownMark.Meaning.NOT_EXPECTED)
                .toList();
        return marks.isEmpty() || marks.stream().anyMatch(mark -> mark.isUnexplained() || notSettling.test(mark));
    }

    private Optional<LocalDate> firstDay(LocalDate from) {
        return facts.calendars().nextSchoolDay(from.minusDays(1), 1);
    }
}
