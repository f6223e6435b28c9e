package uk.muster.command.register;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import uk.muster.command.decision.Answer;
import uk.muster.command.decision.Decision;
import uk.muster.command.register.RegisterCommand.RecordArrival;
import uk.muster.command.register.RegisterCommand.RefuseArrival;
import uk.muster.command.roll.RollPupil;
import uk.muster.http.problem.Fault;
import uk.muster.http.problem.Problem;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.code.Arrival;
import uk.muster.kernel.event.RegisterEvent;
import uk.muster.kernel.event.RegisterEvent.LateArrivalRecorded;
import uk.muster.kernel.event.RegisterEvent.MarkAmended;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.register.Entry;

/**
 * Signing in a pupil who came after the register was begun. The school's times give the code; with no mark yet it becomes the original
 * entry, an {@code N} is amended to it (reg 10(7)), and any other mark stands.
 */
final class RecordingArrival {

    private RecordingArrival() {}

    static Decision decide(RegisterRules rules, RecordArrival command) {
        Optional<RollPupil> pupil = inGroup(rules, command.pupilId());
        List<Fault> faults = new ArrayList<>(rules.sessionFaults());
        faults.addAll(pupilFaults(pupil));
        faults.addAll(timeFaults(rules, command.arrivedAt(), command.reason()));
        if (!faults.isEmpty()) {
            return Decision.refuse(Problem.invalid(faults));
        }
        return record(rules, command, pupil.orElseThrow());
    }

    /** Refuses a body with faults of form, with all that is wrong with what could be read of it. */
    static Decision decide(RegisterRules rules, RefuseArrival command) {
        List<Fault> broken = new ArrayList<>(rules.sessionFaults());
        command.pupilId().ifPresent(id -> broken.addAll(pupilFaults(inGroup(rules, id))));
        command.arrivedAt().ifPresent(at -> broken.addAll(timeFaults(rules, at, command.reason())));
        return Decision.refuse(Problem.invalid(command.faults(), broken));
    }

    private static Optional<RollPupil> inGroup(RegisterRules rules, PupilId id) {
        return rules.roll()
                .find(id)
                .filter(pupil -> pupil.groupOn(rules.date())
                        .equals(Optional.of(rules.register().group())));
    }

    private static List<Fault> pupilFaults(Optional<RollPupil> inGroup) {
        return inGroup.isPresent()
                ? List.of()
                : List.of(new Fault("/pupilId", "This pupil was not on roll in this group on this date."));
    }

    private static List<Fault> timeFaults(RegisterRules rules, Instant arrivedAt, Optional<String> reason) {
        List<Fault> faults = new ArrayList<>(rules.futureFaults(arrivedAt, "/arrivedAt"));
        if (!London.dateOf(arrivedAt).equals(rules.date())) {
            faults.add(new Fault("/arrivedAt", "This is not on the day of the session."));
        } else if (rules.register().session().half() == SessionHalf.AM
                && !time(arrivedAt).isBefore(rules.school().policy().arrivals().pmStart())) {
            faults.add(new Fault("/arrivedAt", "The morning session was over: sign the pupil in for the afternoon."));
        }
        boolean late = arrival(rules, arrivedAt).minutesLate() != null;
        if (late && reason.isEmpty() && rules.school().policy().register().lateReasonRequired()) {
            faults.add(new Fault(
                    "/reason", "This is required: the school's policy wants a reason for every late arrival."));
        }
        return faults;
    }

    private static Arrival arrival(RegisterRules rules, Instant arrivedAt) {
        return rules.school().policy().arrivals().at(rules.register().session().half(), time(arrivedAt));
    }

    private static LocalTime time(Instant arrivedAt) {
        return LocalTime.ofInstant(arrivedAt, London.ZONE);
    }

    private static Decision record(RegisterRules rules, RecordArrival command, RollPupil pupil) {
        Arrival arrival = arrival(rules, command.arrivedAt());
        Optional<Entry> entry = rules.state().entry(pupil.number());
        if (entry.filter(each -> !each.code().equals("N")).isPresent()) {
            return Decision.refuse(Problem.of(
                    "mark-already-recorded",
                    "A different mark is recorded",
                    409,
                    "The pupil has a mark other than N in this register: amend it instead."));
        }
        AmendmentWindow window = AmendmentWindow.of(rules);
        if (entry.isPresent() && window.wantsApprover()) {
            return Decision.refuse(AmendmentWindow.approvalRequired());
        }
        LateArrivalRecorded arrived = new LateArrivalRecorded(
                rules.register(),
                UUID.randomUUID(),
                pupil.number(),
                arrival.symbol(),
                command.arrivedAt(),
                arrival.minutesLate(),
                rules.vault().sealOptional(pupil.number(), command.reason()).orElse(null),
                rules.vault().sealOptional(pupil.number(), command.signedInBy()).orElse(null),
                rules.vault().sealJson(pupil.number(), command.author()));
        List<RegisterEvent> events = new ArrayList<>(List.of(arrived));
        entry.ifPresent(n -> events.add(amendment(rules, command, arrived, n, window)));
        return Decision.accept(
                events,
                Answer.recorded(Map.of(
                        "id",
                        arrived.arrivalId().toString(),
                        "registerId",
                        rules.register().toString(),
                        "code",
                        arrival.symbol())),
                command.arrivedAt(),
                rules.school().policyReference());
    }

    private static MarkAmended amendment(
            RegisterRules rules,
            RecordArrival command,
            LateArrivalRecorded arrived,
            Entry entry,
            AmendmentWindow window) {
        String reason = command.reason().orElse("Signed in on arrival.");
        return new MarkAmended(
                rules.register(),
                UUID.randomUUID(),
                arrived.pupil(),
                entry.code(),
                arrived.code(),
                arrived.minutesLate(),
                null,
                rules.vault().seal(arrived.pupil(), reason),
                arrived.author(),
                rules.now(),
                window.isOver(),
                null);
    }
}
