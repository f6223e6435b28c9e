package uk.muster.query.board;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.calendar.SchoolCalendars;
import uk.muster.kernel.code.AttendanceCode;
import uk.muster.kernel.code.AttendanceCodes;
import uk.muster.kernel.event.AbsenceEvent;
import uk.muster.kernel.event.AbsenceEvent.ContactAttempted;
import uk.muster.kernel.event.AbsenceEvent.EntryCorrected;
import uk.muster.kernel.event.FollowUpEvent.UnexplainedAbsenceEnded;
import uk.muster.kernel.event.FollowUpEvent.UnexplainedAbsenceOpened;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.register.Entry;
import uk.muster.kernel.register.RegisterState;
import uk.muster.query.chronology.Absences;
import uk.muster.query.pupil.Pupil;
import uk.muster.query.pupil.Pupils;
import uk.muster.query.school.Schools;
import uk.muster.query.store.Fact;

/** Finds who is not in on a day, and what was done about it that day. */
public final class NotInReader {

    /** Came after the register closed: absent by law, and in school. */
    private static final String ARRIVED = "U";

    /** Of years of following up these few are read. */
    private static final Set<String> LOOKED_AT = Set.of(
            "unexplained-absence-opened.v1",
            "unexplained-absence-ended.v1",
            "contact-attempted.v1",
            "absence-entry-corrected.v1");

    private final Schools schools;
    private final Pupils pupils;
    private final Absences absences;

    public NotInReader(Schools schools, Pupils pupils, Absences absences) {
        this.schools = schools;
        this.pupils = pupils;
        this.absences = absences;
    }

    private record Standing(
            GroupId group, SessionHalf half, @Nullable String code) {

        boolean isNotIn() {
            if (code == null) {
                return true;
            }
            AttendanceCode known = AttendanceCodes.standard().get(code);
            return known.isAbsence() && !code.equals(ARRIVED);
        }
    }

    /** @throws uk.muster.http.problem.ProblemException 404 for an unknown school */
    public List<NotIn> read(DayRegisters day) {
        Urn urn = day.urn();
        SchoolCalendars calendars = schools.require(urn, Instant.MAX).calendars();
        Map<PupilNumber, Standing> standings = standings(day);
        standings.values().removeIf(standing -> !standing.isNotIn());
        Map<PupilNumber, Pupil> known = pupils.all(urn, standings.keySet(), Instant.MAX);
        Map<String, List<Fact>> facts = absences.ofAll(
                standings.keySet().stream()
                        .map(number -> AbsenceEvent.stream(urn, number))
                        .toList(),
                Instant.MAX);
        return standings.entrySet().stream()
                .flatMap(each -> Optional.ofNullable(known.get(each.getKey()))
                        .map(pupil -> notIn(
                                pupil,
                                each.getValue(),
                                facts.getOrDefault(AbsenceEvent.stream(urn, each.getKey()), List.of()),
                                day.date(),
                                calendars))
                        .stream())
                .toList();
    }

    /** What the last register says of each pupil. */
    private static Map<PupilNumber, Standing> standings(DayRegisters day) {
        Map<PupilNumber, Standing> standings = new LinkedHashMap<>();
        day.members().forEach((id, of) -> {
            RegisterState state = day.state(id);
            for (PupilNumber pupil : of) {
                Optional<String> code = state.entry(pupil).map(Entry::code);
                if (code.isPresent() || state.isTaken()) {
                    standings.put(pupil, new Standing(id.group(), id.session().half(), code.orElse(null)));
                }
            }
        });
        return standings;
    }

    private static NotIn notIn(
            Pupil pupil, Standing standing, List<Fact> facts, LocalDate date, SchoolCalendars calendars) {
        List<AbsenceEvent> events = facts.stream()
                .filter(fact -> LOOKED_AT.contains(fact.type()))
                .map(fact -> (AbsenceEvent) fact.read())
                .toList();
        return new NotIn(
                pupil.state(),
                standing.group(),
                standing.half(),
                standing.code(),
                openSince(events)
                        .map(since -> calendars.schoolDays(since, date).size())
                        .orElse(0),
                attempts(events, date));
    }

    /** The first day of the unexplained absence that is open. */
    private static Optional<LocalDate> openSince(Collection<AbsenceEvent> events) {
        Map<UUID, LocalDate> open = new LinkedHashMap<>();
        for (AbsenceEvent event : events) {
            if (event instanceof UnexplainedAbsenceOpened e) {
                open.put(e.entryId(), e.from().date());
            } else if (event instanceof UnexplainedAbsenceEnded e) {
                open.remove(e.entryId());
            }
        }
        return open.values().stream().findFirst();
    }

    private static List<ContactAttempted> attempts(Collection<AbsenceEvent> events, LocalDate date) {
        Set<UUID> inError = new HashSet<>();
        List<ContactAttempted> attempts = new ArrayList<>();
        for (AbsenceEvent event : events) {
            if (event instanceof EntryCorrected e) {
                inError.add(e.entryId());
            } else if (event instanceof ContactAttempted e
                    && London.dateOf(e.at()).equals(date)) {
                attempts.add(e);
            }
        }
        attempts.removeIf(attempt -> inError.contains(attempt.entryId()));
        return List.copyOf(attempts);
    }
}
