package uk.muster.query.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.muster.http.problem.Problem;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.register.Entry;
import uk.muster.kernel.register.RegisterState;
import uk.muster.query.access.Look;
import uk.muster.query.access.Looks;
import uk.muster.query.keys.Opener;
import uk.muster.query.pupil.Pupils;
import uk.muster.query.register.ClassPage.EntryOfClass;
import uk.muster.query.register.ClassPage.PupilOfClass;
import uk.muster.query.register.ClassPage.SessionOfClass;
import uk.muster.query.school.School;
import uk.muster.query.school.Schools;

/** Puts the page of a class together, out of the same registers that are read one by one. */
public final class ClassPageReader {

    private static final int DAYS_UNLESS_ASKED = 7;
    private static final int MOST_DAYS = 62;

    private final Schools schools;
    private final Pupils pupils;
    private final Registers registers;
    private final Looks looks;

    public ClassPageReader(Schools schools, Pupils pupils, Registers registers, Looks looks) {
        this.schools = schools;
        this.pupils = pupils;
        this.registers = registers;
        this.looks = looks;
    }

    /**
     * What the class's registers said at an instant.
     *
     * @param from the first day
     * @param until the last day, inclusive; null for the seventh
     * @param asOf inclusive; {@link Instant#MAX} for now
     * @throws uk.muster.http.problem.ProblemException 404 when school or group was unknown then, 422 for days in the wrong order or more than
     *     62 of them, 503 when it shows a special-category code and that could not be recorded
     */
    ClassPage read(Urn urn, GroupId group, LocalDate from, @Nullable LocalDate until, Instant asOf) {
        LocalDate to = until == null ? from.plusDays(DAYS_UNLESS_ASKED - 1L) : until;
        if (to.isBefore(from) || !to.isBefore(from.plusDays(MOST_DAYS))) {
            throw Problem.invalid("to must be a day from the first day on, and at most 62 days are shown at once.")
                    .asException();
        }
        School school = schools.require(urn, asOf);
        Members members = Members.of(pupils, urn, group, asOf);
        Set<SessionKey> sessions = school.sessionsEver(from, to);
        Map<SessionKey, RegisterState> states = new HashMap<>();
        registers.forEach(
                sessions.stream()
                        .map(session -> new RegisterId(urn, session, group))
                        .toList(),
                asOf,
                register -> states.put(register.id().session(), register.state()));
        if (states.isEmpty() && !members.isKnown()) {
            throw Problem.unknown("There is no such group.").asException();
        }
        Set<PupilNumber> special = special(states.values());
        if (!special.isEmpty()) {
            looks.at(Look.ofClass(urn, group, from, to, asOf, special));
        }
        Set<PupilNumber> everyone = new TreeSet<>();
        List<SessionOfClass> shown = new ArrayList<>();
        for (SessionKey session : sessions) {
            RegisterState state = states.getOrDefault(session, RegisterState.untaken());
            boolean isOpen = school.calendars().isOpen(session);
            if (isOpen || states.containsKey(session)) {
                Set<PupilNumber> there = isOpen ? members.on(session.date()) : Set.of();
                everyone.addAll(there);
                everyone.addAll(state.entries().keySet());
                shown.add(session(new RegisterId(urn, session, group), state, there));
            }
        }
        return new ClassPage(urn, group, from, to, shown, pupils(urn, members, everyone, shown, states));
    }

    private static Set<PupilNumber> special(Collection<RegisterState> states) {
        return states.stream()
                .flatMap(state -> state.entries().entrySet().stream())
                .filter(each -> SpecialCategory.isIn(each.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static SessionOfClass session(RegisterId id, RegisterState state, Set<PupilNumber> members) {
        int missing = (int)
                members.stream().filter(member -> state.entry(member).isEmpty()).count();
        RegisterState.Taken taken = state.taken();
        return new SessionOfClass(
                id.session().date(),
                id.session().half(),
                id,
                taken == null ? null : taken.at(),
                taken == null ? null : taken.recordedAt(),
                taken != null && missing == 0,
                missing);
    }

    private List<PupilOfClass> pupils(
            Urn urn,
            Members members,
            Set<PupilNumber> everyone,
            List<SessionOfClass> shown,
            Map<SessionKey, RegisterState> states) {
        Map<PupilNumber, String> ids = pupils.idsOf(urn, everyone, members.document());
        return everyone.stream()
                .map(number ->
                        new PupilOfClass(ids.getOrDefault(number, Opener.ERASED), entries(number, shown, states)))
                .sorted(Comparator.comparing(PupilOfClass::pupilId))
                .toList();
    }

    private static List<EntryOfClass> entries(
            PupilNumber pupil, List<SessionOfClass> shown, Map<SessionKey, RegisterState> states) {
        return shown.stream()
                .map(session -> session.registerId().session())
                .filter(states::containsKey)
                .flatMap(session -> states.get(session).entry(pupil).map(entry -> entry(session, entry)).stream())
                .toList();
    }

    private static EntryOfClass entry(SessionKey session, Entry entry) {
        return new EntryOfClass(
                session.date(),
                session.half(),
                entry.code(),
                entry.original().code(),
                entry.minutesLate(),
                entry.amendments().size());
    }
}
