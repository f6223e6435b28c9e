package uk.muster.command.absence;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import uk.muster.command.absence.AbsenceCommand.AbsenceStream;
import uk.muster.command.absence.AbsenceCommand.CorrectAttempt;
import uk.muster.command.absence.AbsenceCommand.DecideAbsence;
import uk.muster.command.decision.Answer;
import uk.muster.command.decision.Decision;
import uk.muster.command.keys.Vault;
import uk.muster.command.register.ParentsTold;
import uk.muster.command.register.RegisterAggregate;
import uk.muster.command.roll.RollBook;
import uk.muster.command.roll.RollPupil;
import uk.muster.command.school.School;
import uk.muster.command.school.SchoolBook;
import uk.muster.http.problem.Fault;
import uk.muster.http.problem.Problem;
import uk.muster.http.problem.ProblemException;
import uk.muster.kernel.absence.AbsenceEntryId;
import uk.muster.kernel.absence.FollowUp;
import uk.muster.kernel.absence.FollowUpFacts;
import uk.muster.kernel.absence.Telling;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.event.FollowUpEvent.Recipient;
import uk.muster.kernel.identity.Person;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.policy.VulnerabilityFlag;
import uk.muster.kernel.sealing.Sealed;

/**
 * Commands that concern more than one stream. Everything they record is of one unit of work, and so of one append: all of it is there or none.
 */
public final class WiderCommands {

    private static final TypeReference<Set<VulnerabilityFlag>> FLAGS = new TypeReference<>() {};

    private final Supplier<Repository<AbsenceAggregate>> absences;
    private final Supplier<Repository<RegisterAggregate>> registers;
    private final UnexplainedMarks unexplained;
    private final AbsenceFacts facts;
    private final ParentsTold parentsTold;
    private final SchoolBook schools;
    private final RollBook roll;
    private final Vault vault;
    private final InstantSource clock;

    public WiderCommands(
            Supplier<Repository<AbsenceAggregate>> absences,
            Supplier<Repository<RegisterAggregate>> registers,
            UnexplainedMarks unexplained,
            AbsenceFacts facts,
            ParentsTold parentsTold,
            SchoolBook schools,
            RollBook roll,
            Vault vault,
            InstantSource clock) {
        this.absences = absences;
        this.registers = registers;
        this.unexplained = unexplained;
        this.facts = facts;
        this.parentsTold = parentsTold;
        this.schools = schools;
        this.roll = roll;
        this.vault = vault;
        this.clock = clock;
    }

    /** The attempt in error is marked, and what it should have been is recorded. */
    @CommandHandler
    Answer handle(CorrectAttempt command) {
        AbsenceStream right = command.absences();
        AbsenceStream wrong = new AbsenceStream(right.urn(), command.corrects().pupil());
        UUID replacement = UUID.randomUUID();
        try {
            absences.get()
                    .load(wrong.toString())
                    .invoke(aggregate -> aggregate.apply(
                            wrong,
                            schools,
                            vault,
                            clock,
                            rules -> AttemptingContact.correct(
                                    rules,
                                    command.corrects().entryId(),
                                    new AbsenceEntryId(right.pupil(), replacement),
                                    command.author())));
        } catch (AggregateNotFoundException e) {
            throw AttemptingContact.unknownAttempt().asException();
        }
        return ofAbsences(right)
                .invoke(aggregate -> aggregate.apply(
                        right,
                        schools,
                        vault,
                        clock,
                        rules -> AttemptingContact.decide(rules, command.attempt(), replacement)));
    }

    /** Every unexplained session of the range is amended, and the decision recorded. */
    @CommandHandler
    Answer handle(DecideAbsence command) {
        List<Fault> faults = DecidingAbsence.faults(command);
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults).asException();
        }
        AbsenceStream stream = command.absences();
        School school = schools.find(stream.urn())
                .orElseThrow(() -> Problem.unknownSchool().asException());
        RollPupil pupil = roll.of(stream.urn())
                .find(stream.pupil())
                .orElseThrow(() -> Problem.unknown("There is no such pupil.").asException());
        List<RegisterId> open = unexplained.among(
                DecidingAbsence.registers(
                        command,
                        school.calendars()
                                .sessions(command.from().date(), command.to().date()),
                        pupil),
                pupil.number());
        if (open.isEmpty()) {
            throw DecidingAbsence.nothingToDecide().asException();
        }
        open.forEach(register -> amend(command, register, pupil));
        return ofAbsences(stream)
                .invoke(aggregate -> aggregate.apply(
                        stream, schools, vault, clock, rules -> DecidingAbsence.decide(rules, command, open.size())));
    }

    /** What is due by now is recorded; sessions whose reason nobody found in time are amended with it. */
    @CommandHandler
    Answer handle(LookAgain command) {
        AbsenceStream stream = command.absences();
        School school = schools.find(stream.urn())
                .orElseThrow(() -> Problem.unknownSchool().asException());
        RollPupil pupil = roll.of(stream.urn())
                .find(stream.pupil())
                .orElseThrow(() -> Problem.unknown("There is no such pupil.").asException());
        return ofAbsences(stream)
                .invoke(aggregate ->
                        aggregate.apply(stream, schools, vault, clock, rules -> lookAgain(rules, school, pupil)));
    }

    private Decision lookAgain(AbsenceRules rules, School school, RollPupil pupil) {
        Instant now = clock.instant();
        LocalDate today = London.dateOf(now);
        AbsenceFacts.Gathered gathered = facts.gather(rules.absences(), school, pupil, rules.state(), today);
        Set<VulnerabilityFlag> flags =
                vault.openJson(gathered.pupil().flags(), FLAGS).orElse(Set.of());
        Map<Recipient, Sealed> addresses = new EnumMap<>(Recipient.class);
        Telling.concerned(flags)
                .forEach(to -> new Addressee(to, school, vault)
                        .find(gathered.pupil())
                        .ifPresent(address -> addresses.put(to, address)));
        FollowUp found = FollowUp.of(new FollowUpFacts(
                rules.state(),
                gathered.marks(),
                school.calendars(),
                school.policy(),
                flags,
                addresses.keySet(),
                gathered.pupil().placement().yearGroup(),
                gathered.pupil().onRoll(today),
                gathered.deletion(),
                new FollowUpFacts.Child(
                        rules.urn(),
                        gathered.pupil().placement().compulsoryAge(),
                        gathered.pupil().roll(),
                        gathered.beyond()),
                now));
        found.settle().forEach(session -> settle(gathered.registers().get(session), school, pupil));
        return FollowingUp.decide(rules, found, now, addresses);
    }

    private void settle(@Nullable RegisterId register, School school, RollPupil pupil) {
        Person officer = school.policy().register().responsibleOfficer();
        if (register != null && officer != null) {
            registers
                    .get()
                    .load(register.toString())
                    .execute(aggregate -> aggregate.settle(register, pupil, officer, schools, roll, vault, clock));
        }
    }

    private void amend(DecideAbsence command, RegisterId register, RollPupil pupil) {
        try {
            registers
                    .get()
                    .load(register.toString())
                    .execute(aggregate -> aggregate.amend(
                            DecidingAbsence.amendment(command, register, pupil),
                            schools,
                            roll,
                            vault,
                            clock,
                            parentsTold));
        } catch (ProblemException e) {
            throw DecidingAbsence.inOwnWords(e.problem()).asException();
        }
    }

    private Aggregate<AbsenceAggregate> ofAbsences(AbsenceStream stream) {
        return Absences.of(absences.get(), stream);
    }
}
