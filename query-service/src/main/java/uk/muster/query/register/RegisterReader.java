package uk.muster.query.register;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.muster.http.problem.Problem;
import uk.muster.kernel.event.RegisterEvent.Mark;
import uk.muster.kernel.event.RegisterEvent.MarkAmended;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.RegisterId;
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
import uk.muster.query.store.ClassDocument;

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
        Set<PupilNumber> members = group.on(id.session().date());
        if (register.isEmpty() && members.isEmpty() && !group.isKnown()) {
            throw Problem.unknown("There is no such group.").asException();
        }
        RegisterState state = register.map(Register::state).orElse(RegisterState.untaken());
        List<String> missing = school.calendars().isOpen(id.session()) ? missing(members, state, group) : List.of();
        RegisterState.Taken taken = state.taken();
        recordLook(id, state, asOf);
        prepare(state);
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
                marks(id, state, group.document(), special));
    }

    private void recordLook(RegisterId id, RegisterState state, Instant asOf) {
        List<PupilNumber> special = state.entries().entrySet().stream()
                .filter(each -> SpecialCategory.isIn(each.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (!special.isEmpty()) {
            looks.at(Look.ofRegister(id, asOf, special));
        }
    }

    private static List<String> missing(Set<PupilNumber> members, RegisterState state, Members group) {
        return members.stream()
                .filter(member -> state.entry(member).isEmpty())
                .map(group::idOf)
                .sorted()
                .toList();
    }

    private void prepare(RegisterState state) {
        List<Sealed> fields = new ArrayList<>();
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
        opener.prepare(fields);
    }

    private static void add(List<Sealed> fields, @Nullable Sealed field) {
        if (field != null) {
            fields.add(field);
        }
    }

    private List<MarkLine> marks(RegisterId id, RegisterState state, ClassDocument group, boolean special) {
        Map<PupilNumber, String> ids = pupils.idsOf(id.urn(), state.entries().keySet(), group);
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
