package uk.muster.command.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.muster.command.decision.Answer;
import uk.muster.command.decision.Decision;
import uk.muster.command.register.RegisterCommand.AmendMark;
import uk.muster.command.register.RegisterCommand.RefuseAmendment;
import uk.muster.command.roll.RollPupil;
import uk.muster.http.problem.Fault;
import uk.muster.http.problem.Problem;
import uk.muster.kernel.event.RegisterEvent.Mark;
import uk.muster.kernel.event.RegisterEvent.MarkAmended;
import uk.muster.kernel.identity.Person;
import uk.muster.kernel.register.Entry;

/**
 * Amending an entry. The amendment holds the five items that the law wants (reg 6); the original entry is taken from the register, never
 * from the caller.
 */
final class AmendingMark {

    private static final Set<String> REST_OF_A_MARK = Set.of("/minutesLate", "/detail");

    private AmendingMark() {}

    /** @param parentsTold is asked where the school's policy makes it matter, and only there */
    static Decision decide(RegisterRules rules, AmendMark command, ParentsTold parentsTold) {
        Optional<RollPupil> known = rules.roll().find(command.pupilId());
        Optional<Entry> entry = known.flatMap(pupil -> rules.state().entry(pupil.number()));
        if (known.isEmpty() || entry.isEmpty()) {
            return Decision.refuse(Problem.unknown("This register holds no mark of that pupil."));
        }
        RollPupil pupil = known.get();
        Mark current = entry.get().effective();
        if (command.expectedCode().filter(code -> !code.equals(current.code())).isPresent()) {
            return Decision.refuse(Problem.of(
                            "not-the-expected-code",
                            "The mark is another by now",
                            409,
                            "Read the register again: the code that stands is not the expected one.")
                    .withErrors(List.of(new Fault("/expectedCode", "This is not the code that stands."))));
        }
        if (command.onlyToLate() && !resolvesToLate(current, command)) {
            return Decision.refuse(Problem.forbidden("A class teacher may amend N to L or U, and nothing else."));
        }
        List<Fault> faults = new ArrayList<>(rules.codeFaults(
                pupil,
                command.amendedCode(),
                command.minutesLate(),
                command.detail().isPresent(),
                "",
                "amendedCode"));
        if (saysAlready(rules, current, command.amendedCode(), command.minutesLate(), command.detail())) {
            faults.add(nothingWouldChange());
        }
        faults.addAll(approverFaults(
                Optional.of(command.author().id()), command.approver().map(Person::id)));
        if (!faults.isEmpty()) {
            return Decision.refuse(Problem.invalid(faults));
        }
        if (wantsParentTold(rules, current, command)
                && !parentsTold.ofRefusedEvidence(rules.register().urn(), pupil.number())) {
            return Decision.refuse(Problem.of(
                    "parent-not-told",
                    "The parent was not told before",
                    422,
                    "This school's policy wants the parent told before illness is recorded as unauthorised: record a contact attempt with"
                            + " purpose EVIDENCE_REFUSED first."));
        }
        AmendmentWindow window = AmendmentWindow.of(rules);
        if (window.wantsApprover() && command.approver().isEmpty()) {
            return Decision.refuse(AmendmentWindow.approvalRequired());
        }
        return accept(rules, command, pupil, current, window);
    }

    /** Refuses a body with faults of form, with all that is wrong with what could be read of it. */
    static Decision decide(RegisterRules rules, RefuseAmendment command) {
        List<Fault> broken = new ArrayList<>(approverFaults(command.authorId(), command.approverId()));
        Optional<RollPupil> pupil = command.pupilId().flatMap(rules.roll()::find);
        Optional<Mark> current =
                pupil.flatMap(each -> rules.state().entry(each.number())).map(Entry::effective);
        Optional<String> code = command.amendedCode();
        if (current.isPresent() && code.isPresent()) {
            broken.addAll(rules.codeFaults(
                    pupil.get(),
                    code.get(),
                    command.minutesLate(),
                    command.detail().isPresent(),
                    "",
                    "amendedCode"));
            boolean wholeMark = command.faults().stream().map(Fault::pointer).noneMatch(REST_OF_A_MARK::contains);
            if (wholeMark && saysAlready(rules, current.get(), code.get(), command.minutesLate(), command.detail())) {
                broken.add(nothingWouldChange());
            }
        }
        return Decision.refuse(Problem.invalid(command.faults(), broken));
    }

    /**
     * An {@code N} of which nobody found the reason in time becomes {@code O} (reg 10(9)). That is the law's own amendment, which no school's
     * window for amendments can hold up. Empty when the entry says something else by now.
     */
    static Optional<Decision> settle(RegisterRules rules, RollPupil pupil, Person officer) {
        return rules.state()
                .entry(pupil.number())
                .map(Entry::effective)
                .filter(mark -> mark.code().equals("N"))
                .map(mark ->
                        accept(rules, byLaw(rules, pupil, officer), pupil, mark, new AmendmentWindow(false, false)));
    }

    private static AmendMark byLaw(RegisterRules rules, RollPupil pupil, Person officer) {
        return new AmendMark(
                rules.register(),
                pupil.pupilId(),
                Optional.of("N"),
                "O",
                null,
                Optional.empty(),
                "The reason for the absence was not established within five school days (reg 10(9)).",
                officer,
                Optional.empty(),
                false);
    }

    private static boolean resolvesToLate(Mark current, AmendMark command) {
        return current.code().equals("N")
                && (command.amendedCode().equals("L") || command.amendedCode().equals("U"));
    }

    private static boolean saysAlready(
            RegisterRules rules, Mark current, String code, @Nullable Integer minutesLate, Optional<String> detail) {
        return current.code().equals(code)
                && Objects.equals(current.minutesLate(), minutesLate)
                && rules.vault().says(current.detail(), detail);
    }

    private static Fault nothingWouldChange() {
        return new Fault("/amendedCode", "Nothing would change: the mark says this already.");
    }

    private static List<Fault> approverFaults(Optional<String> author, Optional<String> approver) {
        return approver.isPresent() && approver.equals(author)
                ? List.of(new Fault("/approver/id", "The approver must be a person other than the author."))
                : List.of();
    }

    /** KTS-38: illness is not turned into an unauthorised absence behind the parent's back. */
    private static boolean wantsParentTold(RegisterRules rules, Mark current, AmendMark command) {
        return current.code().equals("I")
                && command.amendedCode().equals("O")
                && rules.school().policy().parentToldBeforeUnauthorised();
    }

    private static Decision accept(
            RegisterRules rules, AmendMark command, RollPupil pupil, Mark current, AmendmentWindow window) {
        MarkAmended amended = new MarkAmended(
                rules.register(),
                UUID.randomUUID(),
                pupil.number(),
                current.code(),
                command.amendedCode(),
                command.minutesLate(),
                rules.vault().sealOptional(pupil.number(), command.detail()).orElse(null),
                rules.vault().seal(pupil.number(), command.reason()),
                rules.vault().sealJson(pupil.number(), command.author()),
                rules.now(),
                window.isOver(),
                command.approver()
                        .map(person -> rules.vault().sealJson(pupil.number(), person))
                        .orElse(null));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", amended.amendmentId().toString());
        body.put("registerId", rules.register().toString());
        if (window.isOver()) {
            body.put("afterWindow", true);
        }
        return Decision.accept(
                List.of(amended),
                Answer.recorded(body),
                amended.amendedAt(),
                rules.school().policyReference());
    }
}
