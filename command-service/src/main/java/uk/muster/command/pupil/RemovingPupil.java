package uk.muster.command.pupil;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.muster.command.decision.Answer;
import uk.muster.command.decision.Decision;
import uk.muster.command.keys.Vault;
import uk.muster.command.pupil.PupilCommand.RefuseRemoval;
import uk.muster.command.pupil.PupilCommand.RemovePupil;
import uk.muster.command.school.School;
import uk.muster.http.problem.Fault;
import uk.muster.http.problem.Problem;
import uk.muster.kernel.event.PupilEvent.Confirmation;
import uk.muster.kernel.event.PupilEvent.PupilRemovedFromRoll;
import uk.muster.kernel.event.PupilEvent.RemovalCircumstances;
import uk.muster.kernel.event.SchoolEvent.Phase;
import uk.muster.kernel.policy.DeletionBlocker;
import uk.muster.kernel.policy.RemovalPolicy;
import uk.muster.kernel.pupil.PupilState;
import uk.muster.kernel.pupil.RollSpell;

/** Deleting a name from the admission register: only on a ground of reg 9(1), and once what the school's policy wants is confirmed. */
final class RemovingPupil {

    private static final Set<DeletionBlocker> OF_A_NEW_SCHOOL =
            EnumSet.of(DeletionBlocker.NEW_SCHOOL_OFFERED, DeletionBlocker.NEW_SCHOOL_ACCEPTED);
    /** Reg 9(1)(a): registered at another school. */
    private static final String ANOTHER_SCHOOL = "a";
    /** Reg 9(1)(k): died. */
    private static final String DIED = "k";

    private RemovingPupil() {}

    static Decision decide(
            @Nullable PupilState state, RemovePupil command, School school, Vault vault, LocalDate today) {
        Optional<RollSpell> open = Optional.ofNullable(state).flatMap(PupilState::openSpell);
        if (state == null || open.isEmpty()) {
            return Decision.refuse(Problem.conflict("The pupil is not on the admission register."));
        }
        List<Fault> faults = faults(command, open.get(), today);
        if (!faults.isEmpty()) {
            return Decision.refuse(Problem.invalid(faults));
        }
        List<String> wanted = stillWanted(command, school, leavesWithFinalYear(state, command.on(), school)).stream()
                .map(Enum::name)
                .toList();
        if (!wanted.isEmpty()) {
            return Decision.refuse(Problem.of(
                            "removal-blocked",
                            "The policy wants more confirmed",
                            422,
                            "The school's policy wants these confirmations before a name is deleted: "
                                    + String.join(", ", wanted) + ".")
                    .withErrors(wanted.stream()
                            .map(kind ->
                                    new Fault("/confirmations", "A confirmation of kind " + kind + " is required."))
                            .toList()));
        }
        RemovalCircumstances circumstances = new RemovalCircumstances(
                command.confirmations(), command.destination().orElse(null));
        PupilRemovedFromRoll removed = new PupilRemovedFromRoll(
                command.pupil().urn(),
                command.pupil().number(),
                command.on(),
                command.ground(),
                vault.sealJson(command.pupil().number(), circumstances),
                vault.sealJson(command.pupil().number(), command.author()));
        return Decision.accept(
                List.of(removed),
                Answer.recorded(Map.of(
                        "id",
                        command.pupil().urn() + "/" + command.pupilId(),
                        "on",
                        command.on().toString())));
    }

    /** Refuses a body with faults of form, with all that is wrong with what could be read of it. */
    static Decision decide(@Nullable PupilState state, RefuseRemoval command, LocalDate today) {
        List<Fault> broken = new ArrayList<>();
        Optional<RollSpell> open = Optional.ofNullable(state).flatMap(PupilState::openSpell);
        if (open.isPresent() && command.on().isPresent()) {
            broken.addAll(dayFaults(command.on().get(), open.get()));
        }
        command.confirmations().forEach((pointer, on) -> broken.addAll(confirmationFaults(on, pointer, today)));
        return Decision.refuse(Problem.invalid(command.faults(), broken));
    }

    private static List<Fault> faults(RemovePupil command, RollSpell spell, LocalDate today) {
        List<Fault> faults = new ArrayList<>(dayFaults(command.on(), spell));
        for (int i = 0; i < command.confirmations().size(); i++) {
            faults.addAll(confirmationFaults(command.confirmations().get(i).on(), "/confirmations/" + i, today));
        }
        return faults;
    }

    private static List<Fault> dayFaults(LocalDate on, RollSpell spell) {
        return on.isBefore(spell.from())
                ? List.of(new Fault("/on", "This lies before the pupil's starting day."))
                : List.of();
    }

    private static List<Fault> confirmationFaults(LocalDate on, String pointer, LocalDate today) {
        return on.isAfter(today) ? List.of(new Fault(pointer + "/on", "This lies in the future.")) : List.of();
    }

    private static List<DeletionBlocker> stillWanted(RemovePupil command, School school, boolean withFinalYear) {
        if (command.ground().equals(DIED)) {
            return List.of();
        }
        RemovalPolicy policy = school.policy().removals();
        List<DeletionBlocker> wanted = new ArrayList<>(policy.wanted());
        if (!command.ground().equals(ANOTHER_SCHOOL)) {
            wanted.removeAll(OF_A_NEW_SCHOOL);
        }
        if (withFinalYear && policy.standardTransitionExempt()) {
            wanted.retainAll(OF_A_NEW_SCHOOL);
        }
        wanted.removeAll(
                command.confirmations().stream().map(Confirmation::kind).toList());
        return wanted;
    }

    /** Whether no school day of the summer comes after the last day on roll, and the pupil is in the last year that a school of this phase has. */
    private static boolean leavesWithFinalYear(PupilState pupil, LocalDate on, School school) {
        LocalDate june = LocalDate.of(on.getYear(), Month.JUNE, 1);
        LocalDate july = LocalDate.of(on.getYear(), Month.JULY, 31);
        boolean summer = !on.isBefore(june) && !on.isAfter(july.plusMonths(1));
        return summer
                && finalYears(school.state().details().phase())
                        .contains(pupil.placement().yearGroup())
                && !school.calendars().schoolDays(june, july).isEmpty()
                && school.calendars().schoolDays(on.plusDays(1), july).isEmpty();
    }

    private static Set<String> finalYears(Phase phase) {
        return switch (phase) {
            case PRIMARY -> Set.of("6");
            case SECONDARY, SPECIAL, ALL_THROUGH -> Set.of("11", "13");
        };
    }
}
