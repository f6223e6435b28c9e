package uk.muster.kernel.absence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.calendar.WorkingDays;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.policy.EffectivePolicy.DeadlineUnit;
import uk.muster.kernel.policy.EffectivePolicy.RegisterPolicy;
import uk.muster.kernel.policy.Modality;

/**
 * The reason of an {@code N} is to be known within five school days after the session, or it becomes {@code O} (reg 10(7) to (9)); a policy may
 * want it sooner (KTS-48).
 *
 * @param settle sessions that become {@code O} now, in the name of the responsible officer
 * @param due tasks for sessions that do not
 * @param coming instants at which this will be looked at again
 */
record ReasonDeadlines(List<SessionKey> settle, List<Due> due, List<Instant> coming) {

    static final String STEP = "reason-deadline";

    /** School days after the session's own, by the law. */
    private static final int DAYS = 5;

    static ReasonDeadlines of(FollowUpFacts facts) {
        List<SessionKey> settle = new ArrayList<>();
        Map<LocalDate, Due> due = new LinkedHashMap<>();
        List<Instant> coming = new ArrayList<>();
        for (SessionKey session : facts.marks().unexplained()) {
            if (!facts.calendars().isOpen(session)) {
                continue;
            }
            Optional<Instant> byLaw =
                    facts.calendars().nextSchoolDay(session.date(), DAYS).map(London::endOf);
            boolean over = byLaw.filter(end -> !end.isAfter(facts.now())).isPresent();
            if (over && turnsByItself(facts, session)) {
                settle.add(session);
                continue;
            }
            byLaw.filter(end -> end.isAfter(facts.now())).ifPresent(coming::add);
            Optional<Instant> byPolicy = byPolicy(facts, session);
            byPolicy.filter(end -> end.isAfter(facts.now())).ifPresent(coming::add);
            Stream.concat(byLaw.stream(), byPolicy.stream())
                    .min(Instant::compareTo)
                    .ifPresent(end -> due.putIfAbsent(session.date(), task(session.date(), end)));
        }
        return new ReasonDeadlines(List.copyOf(settle), List.copyOf(due.values()), List.copyOf(coming));
    }

    /** Never without a person in whose name it is done, and never for a register that was recorded late. */
    private static boolean turnsByItself(FollowUpFacts facts, SessionKey session) {
        return facts.policy().register().responsibleOfficer() != null
                && facts.marks()
                        .find(session)
                        .filter(mark -> !facts.isHistory(session.date(), mark.knownAt()))
                        .isPresent();
    }

    private static Optional<Instant> byPolicy(FollowUpFacts facts, SessionKey session) {
        RegisterPolicy register = facts.policy().register();
        if (register.reasonDeadlineUnit() == DeadlineUnit.WORKING_DAY) {
            return Optional.of(London.endOf(WorkingDays.next(session.date(), register.reasonDeadlineDays())));
        }
        return facts.calendars()
                .nextSchoolDay(session.date(), register.reasonDeadlineDays())
                .map(London::endOf);
    }

    private static Due task(LocalDate day, Instant end) {
        return new Due(STEP, TaskKind.DECIDE, Modality.MUST, day, DAYS, List.of(), end, end, day, day, Instant.MAX);
    }
}
