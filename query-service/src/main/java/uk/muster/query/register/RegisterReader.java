package uk.muster.query.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import uk.muster.http.problem.Problem;
import uk.muster.kernel.event.RegisterEvent.Mark;
import uk.muster.kernel.event.RegisterEvent.MarkAmended;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.register.Entry;
import uk.muster.kernel.register.RegisterState;
import uk.muster.kernel.sealing.Sealed;
import uk.muster.query.access.Look;
import uk.muster.query.access.Looks;
import uk.muster.query.keys.Opener;
import uk.muster.query.pupil.Pupils;
import uk.muster.query.register.RegisterPage.AmendmentLine;
import uk.muster.query.register.RegisterPage.MarkLine;
import uk.muster.query.school.School;
import uk.muster.query.school.Schools;

/** Puts a register's page together. */
public final class RegisterReader {

    private final Schools schools;
    private final Pupils pupils;
    private final Registers registers;
    private final Opener opener;
    private final Looks looks;

    public RegisterReader(Schools schools, Pupils pupils, Registers registers, Opener opener, Looks looks) {
        this.schools = schools;
        this.pupils = pupils;
        this.registers = registers;
        this.opener = opener;
        this.looks = looks;
    }

    /**
     * What the register said at an instant.
     *
     * @param asOf inclusive; {@link Instant#MAX} for now
     * @param special whether details of special categories are shown
     * @throws uk.muster.http.problem.ProblemException 404 when school or group was unknown then, or the register first recorded later;
     *     503 when it shows a special-category code and that could not be recorded
     */
    public RegisterPage read(RegisterId id, Instant asOf, boolean special) {
        School school = schools.require(id.urn(), asOf);
        Optional<Register> register = registers.find(id, asOf);
        Members group = Members.of(pupils, id.urn(), id.group(), asOf);
        if (register.isEmpty() && group.on(id.session().date()).isEmpty() && !group.isKnown()) {
            throw Problem.unknown("There is no such group.").asException();
        }
        RegisterState state = register.map(Register::state).orElse(RegisterState.untaken());
        recordLook(id, state, asOf);
        prepare(List.of(state));
        return page(
                id, state, school, group, pupils.idsOf(id.urn(), state.entries().keySet(), group.document()), special);
    }

    /**
     * A class's registers of some days, read at once and recorded as one look: of every session that the calendar has, and of every other in which
     * anything was entered.
     *
     * @param from,to first and last day, both inclusive
     * @param asOf inclusive; {@link Instant#MAX} for now
     * @param special whether details of special categories are shown
     * @throws uk.muster.http.problem.ProblemException 404 when the school was unknown then, or nobody was ever in the group; 503 when a
     *     special-category code is shown and that could not be recorded
     */
    public ClassRegisters readAll(Urn urn, GroupId group, LocalDate from, LocalDate to, Instant asOf, boolean special) {
        School school = schools.require(urn, asOf);
        Members members = Members.of(pupils, urn, group, asOf);
        SortedSet<SessionKey> sessions = school.sessionsEver(from, to);
        Map<SessionKey, RegisterState> states = new HashMap<>();
        NavigableSet<Instant> instants = new TreeSet<>();
        registers.forEach(
                sessions.stream()
                        .map(session -> new RegisterId(urn, session, group))
                        .toList(),
                Instant.MAX,
                register -> {
                    register.facts().forEach(fact -> instants.add(fact.recordedAt()));
                    states.put(register.id().session(), register.at(asOf));
                });
        if (states.isEmpty() && members.document().members().isEmpty()) {
            throw Problem.unknown("There is no such group.").asException();
        }
        Set<PupilNumber> looked = new HashSet<>();
        states.values().forEach(state -> looked.addAll(special(state)));
        if (!looked.isEmpty()) {
            looks.at(Look.ofClass(urn, group, from, to, asOf, looked));
        }
        prepare(states.values());
        Set<PupilNumber> everyone = new HashSet<>();
        states.values().forEach(state -> everyone.addAll(state.entries().keySet()));
        Map<PupilNumber, String> ids = pupils.idsOf(urn, everyone, members.document());
        SequencedMap<RegisterId, RegisterPage> pages = new LinkedHashMap<>();
        for (SessionKey session : sessions) {
            RegisterState state = states.getOrDefault(session, RegisterState.untaken());
            if (school.calendars().isOpen(session) || states.containsKey(session)) {
                RegisterId id = new RegisterId(urn, session, group);
                pages.put(id, page(id, state, school, members, ids, special));
            }
        }
        return new ClassRegisters(school, pages, instants);
    }

    private RegisterPage page(
            RegisterId id,
            RegisterState state,
            School school,
            Members group,
            Map<PupilNumber, String> ids,
            boolean special) {
        List<String> missing = school.calendars().isOpen(id.session())
                ? missing(group.on(id.session().date()), state, group)
                : List.of();
        RegisterState.Taken taken = state.taken();
        return new RegisterPage(
                id,
                id.urn(),
                id.session().date(),
                id.session().half(),
                id.group(),
                taken == null ? null : taken.at(),
                taken == null ? null : opener.json(taken.by()),
                taken == null ? null : taken.recordedAt(),
                taken != null && missing.isEmpty(),
                missing,
                marks(state, ids, special));
    }

    private void recordLook(RegisterId id, RegisterState state, Instant asOf) {
        List<PupilNumber> special = special(state);
        if (!special.isEmpty()) {
            looks.at(Look.ofRegister(id, asOf, special));
        }
    }

    private static List<PupilNumber> special(RegisterState state) {
        return state.entries().entrySet().stream()
                .filter(each -> SpecialCategory.isIn(each.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> missing(Set<PupilNumber> members, RegisterState state, Members group) {
        return members.stream()
                .filter(member -> state.entry(member).isEmpty())
                .map(group::idOf)
                .sorted()
                .toList();
    }

    private void prepare(Collection<RegisterState> states) {
        List<Sealed> fields = new ArrayList<>();
        states.forEach(state -> add(fields, state));
        opener.prepare(fields);
    }

    private static void add(List<Sealed> fields, RegisterState state) {
        if (state.taken() != null) {
            fields.add(state.taken().by());
        }
        for (Entry entry : state.entries().values()) {
            add(fields, entry.effective().detail());
            for (Entry.Amendment amendment : entry.amendments()) {
                fields.add(amendment.fact().reason());
                fields.add(amendment.fact().author());
                add(fields, amendment.fact().detail());
                add(fields, amendment.fact().approver());
            }
        }
    }

    private static void add(List<Sealed> fields, @Nullable Sealed field) {
        if (field != null) {
            fields.add(field);
        }
    }

    private List<MarkLine> marks(RegisterState state, Map<PupilNumber, String> ids, boolean special) {
        return state.entries().entrySet().stream()
                .map(each -> mark(ids.getOrDefault(each.getKey(), Opener.ERASED), each.getValue(), special))
                .toList();
    }

    private MarkLine mark(String pupilId, Entry entry, boolean special) {
        Mark now = entry.effective();
        return new MarkLine(
                pupilId,
                now.code(),
                entry.original().code(),
                now.minutesLate(),
                opener.shown(SpecialCategory.readable(now.detail(), now.code(), special)),
                entry.recordedAt(),
                entry.amendments().stream()
                        .map(amendment -> amendment(amendment, special))
                        .toList());
    }

    private AmendmentLine amendment(Entry.Amendment amendment, boolean special) {
        MarkAmended fact = amendment.fact();
        return new AmendmentLine(
                fact.amendmentId().toString(),
                fact.originalCode(),
                fact.amendedCode(),
                opener.shown(fact.reason()),
                opener.json(fact.author()),
                fact.amendedAt(),
                amendment.recordedAt(),
                fact.minutesLate(),
                opener.shown(SpecialCategory.readable(fact.detail(), fact.amendedCode(), special)),
                fact.afterWindow(),
                opener.json(fact.approver()));
    }
}
