package uk.muster.command.penalty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import uk.muster.command.absence.AbsenceRules;
import uk.muster.command.decision.Decision;
import uk.muster.command.penalty.NoticeCommand.ConcludeNoticeToImprove;
import uk.muster.command.penalty.NoticeCommand.GiveNoticeToImprove;
import uk.muster.command.roll.RollPupil;
import uk.muster.http.problem.Fault;
import uk.muster.http.problem.Problem;
import uk.muster.kernel.absence.AbsenceEntryId;
import uk.muster.kernel.event.PenaltyEvent.NoticeToImproveConcluded;
import uk.muster.kernel.event.PenaltyEvent.NoticeToImproveGiven;
import uk.muster.kernel.event.PenaltyEvent.NoticedParent;
import uk.muster.kernel.event.PupilEvent.Contact;
import uk.muster.kernel.penalty.NoticeToImprove;
import uk.muster.kernel.penalty.NoticeToImproveRules;

/** Giving a parent a notice to improve, and concluding it (KTS-70 to KTS-72). One parent has one at a time for a child. */
final class ImprovingAttendance {

    private ImprovingAttendance() {}

    static Decision decide(AbsenceRules rules, NoticeFacts facts, RollPupil pupil, GiveNoticeToImprove command) {
        Optional<Contact> parent = Parents.find(facts.contacts(command.absences()), command.parent());
        List<Fault> faults = new ArrayList<>();
        if (parent.isEmpty()) {
            faults.add(Parents.unknown());
        }
        new NoticeToImproveRules(rules.school().policy().notices().improvement(), pupil.age())
                .faults(command.from(), command.weeks(), command.blocks())
                .forEach(fault -> faults.add(new Fault(fault.pointer(), fault.message())));
        if (!faults.isEmpty()) {
            return Decision.refuse(NoticeProblems.notAllowed(faults));
        }
        if (isGiven(rules, command)) {
            return Decision.refuse(Problem.conflict("This parent has a notice to improve that is not concluded yet."));
        }
        return record(rules, parent.orElseThrow(), command);
    }

    private static boolean isGiven(AbsenceRules rules, GiveNoticeToImprove command) {
        return rules.state().notices().improvements().stream()
                .anyMatch(notice -> !notice.concluded()
                        && notice.contactId().equals(command.parent().value()));
    }

    private static Decision record(AbsenceRules rules, Contact parent, GiveNoticeToImprove command) {
        UUID id = AbsenceRules.newId();
        LocalDate until = NoticeToImproveRules.until(command.from(), command.weeks());
        NoticeToImproveGiven given = new NoticeToImproveGiven(
                rules.urn(),
                rules.pupil(),
                id,
                parent.id(),
                rules.vault()
                        .sealJson(
                                rules.pupil(),
                                new NoticedParent(parent.name(), parent.relationship(), parent.personRef())),
                command.from(),
                until,
                command.weeks(),
                command.blocks(),
                rules.author(command.author()));
        return rules.record(
                given, null, Map.of("noticeId", new AbsenceEntryId(rules.pupil(), id).toString(), "until", until));
    }

    static Decision decide(AbsenceRules rules, ConcludeNoticeToImprove command) {
        Optional<NoticeToImprove> notice = rules.state().notices().improvement(command.notice());
        if (notice.isEmpty()) {
            return Decision.refuse(NoticeProblems.unknown());
        }
        if (notice.get().concluded()) {
            return Decision.refuse(Problem.conflict("This notice to improve is concluded already."));
        }
        return rules.record(
                new NoticeToImproveConcluded(
                        rules.urn(),
                        rules.pupil(),
                        AbsenceRules.newId(),
                        command.notice(),
                        command.outcome(),
                        rules.vault().seal(rules.pupil(), command.reason()),
                        rules.author(command.author())),
                null,
                Map.of());
    }
}
