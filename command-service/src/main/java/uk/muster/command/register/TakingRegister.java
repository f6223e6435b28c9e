package uk.muster.command.register;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import uk.muster.command.decision.Answer;
import uk.muster.command.decision.Decision;
import uk.muster.command.register.RegisterCommand.NewMark;
import uk.muster.command.register.RegisterCommand.RefuseRegister;
import uk.muster.command.register.RegisterCommand.TakeRegister;
import uk.muster.command.roll.RollPupil;
import uk.muster.http.problem.Fault;
import uk.muster.http.problem.Problem;
import uk.muster.kernel.code.CodeRules;
import uk.muster.kernel.event.RegisterEvent;
import uk.muster.kernel.event.RegisterEvent.Mark;
import uk.muster.kernel.event.RegisterEvent.MarksAdded;
import uk.muster.kernel.event.RegisterEvent.RegisterTaken;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.register.Entry;
import uk.muster.kernel.sealing.Sealed;

/**
 * Taking a register (reg 10(1)) and completing it. A mark that is there already is compared with the original entry: the same is nothing new,
 * another is a conflict, since what was entered can only be amended. Who signed in before the register was taken keeps that mark.
 */
final class TakingRegister {

    private final RegisterRules rules;
    private final List<Fault> faults = new ArrayList<>();
    private final List<Fault> conflicts = new ArrayList<>();
    private final List<Accepted> fresh = new ArrayList<>();
    private final List<Map<String, String>> kept = new ArrayList<>();

    private TakingRegister(RegisterRules rules) {
        this.rules = rules;
    }

    static Decision decide(RegisterRules rules, TakeRegister command) {
        return new TakingRegister(rules).decide(command);
    }

    /** Refuses a body with faults of form, with all that is wrong with what could be read of it. */
    static Decision decide(RegisterRules rules, RefuseRegister command) {
        TakingRegister taking = new TakingRegister(rules);
        command.takenAt().ifPresent(at -> taking.faults.addAll(rules.futureFaults(at, "/takenAt")));
        Set<PupilId> named = new HashSet<>();
        command.marks()
                .forEach(sent ->
                        taking.look(sent.mark(), rules.roll().find(sent.mark().pupilId()), sent.pointer(), named));
        taking.faults.addAll(rules.sessionFaults());
        return Decision.refuse(Problem.invalid(command.faults(), taking.faults));
    }

    private Decision decide(TakeRegister command) {
        faults.addAll(rules.futureFaults(command.takenAt(), "/takenAt"));
        Set<PupilId> named = HashSet.newHashSet(command.marks().size());
        List<PupilId> ids = command.marks().stream().map(NewMark::pupilId).toList();
        List<RollPupil> known = rules.roll().find(rules.register().group(), ids);
        for (int i = 0; i < command.marks().size(); i++) {
            Optional<RollPupil> pupil = known.isEmpty() ? rules.roll().find(ids.get(i)) : Optional.of(known.get(i));
            look(command.marks().get(i), pupil, "/marks/" + i, named);
        }
        if (!isRepeat()) {
            faults.addAll(0, rules.sessionFaults());
        }
        if (!faults.isEmpty()) {
            return Decision.refuse(Problem.invalid(faults));
        }
        if (!conflicts.isEmpty()) {
            return Decision.refuse(Problem.of(
                            "mark-already-recorded",
                            "A different mark is recorded",
                            409,
                            "What was entered can only be amended: send an amendment for each pupil in errors.")
                    .withErrors(conflicts));
        }
        return Decision.accept(
                events(command), answer(), command.takenAt(), rules.school().policyReference());
    }

    /** A body that was recorded before stays true, though the calendar or the roll may have changed since. */
    private boolean isRepeat() {
        return rules.state().isTaken() && fresh.isEmpty() && faults.isEmpty();
    }

    private void look(NewMark sent, Optional<RollPupil> known, String pointer, Set<PupilId> named) {
        if (!named.add(sent.pupilId())) {
            faults.add(new Fault(pointer + "/pupilId", "This pupil is named twice."));
            return;
        }
        Optional<Entry> entry = known.flatMap(pupil -> rules.state().entry(pupil.number()));
        if (entry.isPresent()) {
            compare(sent, entry.get(), pointer);
            return;
        }
        if (known.filter(this::inGroup).isEmpty()) {
            faults.add(new Fault(pointer + "/pupilId", "This pupil was not on roll in this group on this date."));
            CodeRules.inForce(sent.code(), rules.register().session())
                    .forEach(fault -> faults.add(new Fault(pointer + "/code", fault.message())));
            return;
        }
        RollPupil pupil = known.get();
        faults.addAll(rules.codeFaults(
                pupil, sent.code(), sent.minutesLate(), sent.detail().isPresent(), pointer, "code"));
        fresh.add(new Accepted(pupil, sent));
    }

    private boolean inGroup(RollPupil pupil) {
        return pupil.groupOn(rules.date()).equals(Optional.of(rules.register().group()));
    }

    private void compare(NewMark sent, Entry entry, String pointer) {
        Mark original = entry.original();
        if (entry.origin() == Entry.Origin.ARRIVAL) {
            kept.add(Map.of("pupilId", sent.pupilId().value(), "code", entry.code()));
        } else if (!original.code().equals(sent.code())) {
            conflicts.add(new Fault(pointer + "/code", "The register holds another original code for this pupil."));
        } else if (!Objects.equals(original.minutesLate(), sent.minutesLate())) {
            conflicts.add(new Fault(pointer + "/minutesLate", "The register holds other minutes for this pupil."));
        } else if (!rules.vault().says(original.detail(), sent.detail())) {
            conflicts.add(new Fault(pointer + "/detail", "The register holds another detail for this pupil."));
        }
    }

    private List<RegisterEvent> events(TakeRegister command) {
        if (fresh.isEmpty() && rules.state().isTaken()) {
            return List.of();
        }
        Sealed takenBy = rules.vault().sealJson(rules.register().urn(), command.takenBy());
        List<Mark> marks = fresh.stream().map(this::mark).toList();
        return List.of(
                rules.state().isTaken()
                        ? new MarksAdded(rules.register(), command.takenAt(), takenBy, marks)
                        : new RegisterTaken(rules.register(), command.takenAt(), takenBy, marks));
    }

    private Mark mark(Accepted accepted) {
        NewMark sent = accepted.sent();
        return new Mark(
                accepted.pupil().number(),
                sent.code(),
                sent.minutesLate(),
                rules.vault()
                        .sealOptional(accepted.pupil().number(), sent.detail())
                        .orElse(null));
    }

    private Answer answer() {
        Map<String, Object> body = Map.of("registerId", rules.register().toString(), "kept", kept);
        return fresh.isEmpty() ? Answer.unchanged(body) : Answer.recorded(body);
    }

    private record Accepted(RollPupil pupil, NewMark sent) {}
}
