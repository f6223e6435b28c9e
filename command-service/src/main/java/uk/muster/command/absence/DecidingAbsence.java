package uk.muster.command.absence;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.muster.command.absence.AbsenceCommand.DecideAbsence;
import uk.muster.command.decision.Decision;
import uk.muster.command.register.RegisterCommand.AmendMark;
import uk.muster.command.roll.RollPupil;
import uk.muster.http.problem.Fault;
import uk.muster.http.problem.Problem;
import uk.muster.kernel.event.AbsenceEvent.AbsenceDecided;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.pupil.GroupSpell;

/** Deciding how unexplained sessions are entered (reg 10(7)): every {@code N} of a range becomes one code, by amendments of one person with one reason. */
final class DecidingAbsence {

    private static final int MOST_DAYS = 400;

    private DecidingAbsence() {}

    /** What is wrong with the range before anything is looked up. */
    static List<Fault> faults(DecideAbsence command) {
        List<Fault> faults = new ArrayList<>();
        if (command.to().compareTo(command.from()) < 0) {
            faults.add(new Fault("/to", "This lies before from."));
        }
        if (ChronoUnit.DAYS.between(command.from().date(), command.to().date()) > MOST_DAYS) {
            faults.add(new Fault("/to", "A range has at most " + MOST_DAYS + " days."));
        }
        if (command.code().equals("N")) {
            faults.add(new Fault("/code", "Nothing would be decided: the sessions say this already."));
        }
        return faults;
    }

    /** The registers in which the pupil may have a mark: of each session in every group that they were ever in. */
    static List<RegisterId> registers(DecideAbsence command, List<SessionKey> sessions, RollPupil pupil) {
        List<RegisterId> registers = new ArrayList<>();
        for (SessionKey session : sessions) {
            if (session.compareTo(command.from()) >= 0 && session.compareTo(command.to()) <= 0) {
                pupil.groups().stream()
                        .map(GroupSpell::group)
                        .distinct()
                        .forEach(group ->
                                registers.add(new RegisterId(command.absences().urn(), session, group)));
            }
        }
        return registers;
    }

    static AmendMark amendment(DecideAbsence command, RegisterId register, RollPupil pupil) {
        return new AmendMark(
                register,
                pupil.pupilId(),
                Optional.of("N"),
                command.code(),
                command.minutesLate(),
                command.detail(),
                command.reason(),
                command.author(),
                Optional.empty(),
                false);
    }

    /** @param amended how many sessions were */
    static Decision decide(AbsenceRules rules, DecideAbsence command, int amended) {
        AbsenceDecided decided = new AbsenceDecided(
                rules.urn(),
                rules.pupil(),
                AbsenceRules.newId(),
                command.from(),
                command.to(),
                command.code(),
                amended,
                rules.vault().seal(rules.pupil(), command.reason()),
                rules.author(command.author()));
        return rules.record(decided, null, Map.of("amended", amended));
    }

    static Problem nothingToDecide() {
        return Problem.invalid("The pupil has no N in these sessions.");
    }

    /** An amendment's refusal in the words of a decision's body. */
    static Problem inOwnWords(Problem refusal) {
        return refusal.withErrors(refusal.errors().stream()
                .map(fault -> fault.pointer().equals("/amendedCode") ? new Fault("/code", fault.message()) : fault)
                .toList());
    }
}
