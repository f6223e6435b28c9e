package uk.muster.simulator.term;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.calendar.SchoolCalendars;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.identity.Urn;

/** What registers say after all that was sent: the fold of the actions that the read side should come to as well. Safe for many threads. */
public final class SettledMarks {

    /** Codes that are no possible attendance and count in no rate. */
    private static final Set<String> NOT_POSSIBLE = Set.of("D", "X", "Q", "Y1", "Y2", "Y3", "Y4", "Y5", "Y6", "Y7");

    private static final String UNEXPLAINED = "N";
    private static final String UNAUTHORISED = "O";
    private static final int DEADLINE_SCHOOL_DAYS = 5;

    private final Map<RegisterId, Map<PupilId, String>> registers = new ConcurrentHashMap<>();

    public void apply(Action action) {
        switch (action) {
            case Action.TakeRegister taken -> {
                Map<PupilId, String> marks = new TreeMap<>();
                taken.marks().forEach(mark -> marks.put(mark.pupil(), mark.code()));
                registers.put(taken.register(), marks);
            }
            case Action.SignIn in -> settle(in.register(), in.pupil(), in.code());
            case Action.Amend amend -> settle(amend.register(), amend.pupil(), amend.to());
            case Action.Admit _, Action.MoveGroup _, Action.Remove _ -> {}
        }
    }

    /** Every N of a pupil from one session to another, both inclusive, is decided to be a code. */
    public void decide(Urn urn, PupilId pupil, SessionKey from, SessionKey to, String code) {
        unexplained(urn, pupil, from, to).forEach(register -> settle(register, pupil, code));
    }

    /** The registers in which a pupil is N, from one session to another, both inclusive, in order. */
    public List<RegisterId> unexplained(Urn urn, PupilId pupil, SessionKey from, SessionKey to) {
        return registers.entrySet().stream()
                .filter(each -> each.getKey().urn().equals(urn)
                        && each.getKey().session().compareTo(from) >= 0
                        && each.getKey().session().compareTo(to) <= 0
                        && UNEXPLAINED.equals(each.getValue().get(pupil)))
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparing(RegisterId::session))
                .toList();
    }

    /** The pupils of a school who are N, by register, in order. */
    public Map<RegisterId, List<PupilId>> unexplained(Urn urn) {
        Map<RegisterId, List<PupilId>> unexplained = new TreeMap<>(Comparator.comparing(RegisterId::session)
                .thenComparing(register -> register.group().value()));
        registers.forEach((register, marks) -> {
            List<PupilId> pupils = marks.entrySet().stream()
                    .filter(mark -> mark.getValue().equals(UNEXPLAINED))
                    .map(Map.Entry::getKey)
                    .toList();
            if (register.urn().equals(urn) && !pupils.isEmpty()) {
                unexplained.put(register, pupils);
            }
        });
        return unexplained;
    }

    /** Every N becomes O whose reason was not found by its deadline, the end of the fifth school day after the session (reg 10(9)). */
    public void passDeadlines(Urn urn, SchoolCalendars calendars, Instant now) {
        unexplained(urn).forEach((register, pupils) -> {
            boolean over = calendars
                    .nextSchoolDay(register.session().date(), DEADLINE_SCHOOL_DAYS)
                    .filter(day -> !London.endOf(day).isAfter(now))
                    .isPresent();
            if (over) {
                pupils.forEach(pupil -> settle(register, pupil, UNAUTHORISED));
            }
        });
    }

    /** How many of one school's possible sessions bear each code. */
    public SortedMap<String, Integer> counts(Urn urn) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        of(urn).flatMap(marks -> marks.values().stream())
                .filter(code -> !NOT_POSSIBLE.contains(code))
                .forEach(code -> counts.merge(code, 1, Integer::sum));
        return counts;
    }

    /** How many sessions of each of a school's pupils bear each code, those that are no possible attendance too. */
    public Map<PupilId, SortedMap<String, Integer>> countsByPupil(Urn urn) {
        Map<PupilId, SortedMap<String, Integer>> counts = new TreeMap<>();
        of(urn).flatMap(marks -> marks.entrySet().stream())
                .forEach(mark -> counts.computeIfAbsent(mark.getKey(), p -> new TreeMap<>())
                        .merge(mark.getValue(), 1, Integer::sum));
        return counts;
    }

    private Stream<Map<PupilId, String>> of(Urn urn) {
        return registers.entrySet().stream()
                .filter(register -> register.getKey().urn().equals(urn))
                .map(Map.Entry::getValue);
    }

    private void settle(RegisterId register, PupilId pupil, String code) {
        registers.get(register).put(pupil, code);
    }
}
