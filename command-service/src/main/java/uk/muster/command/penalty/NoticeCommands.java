package uk.muster.command.penalty;

import org.axonframework.commandhandling.CommandHandler;
import uk.muster.command.absence.AbsenceCommand.AbsenceStream;
import uk.muster.command.absence.Absences;
import uk.muster.command.decision.Answer;
import uk.muster.command.penalty.NoticeCommand.ConcludeNoticeToImprove;
import uk.muster.command.penalty.NoticeCommand.GiveNoticeToImprove;
import uk.muster.command.penalty.NoticeCommand.IssueNotice;
import uk.muster.command.penalty.NoticeCommand.RecordPayment;
import uk.muster.command.penalty.NoticeCommand.RecordProceedings;
import uk.muster.command.penalty.NoticeCommand.RecordReceipt;
import uk.muster.command.penalty.NoticeCommand.WithdrawNotice;
import uk.muster.command.roll.RollBook;
import uk.muster.command.roll.RollPupil;
import uk.muster.http.problem.Problem;

/** Takes commands about notices to the stream of the pupil's absences, in which they are decided and recorded. */
public final class NoticeCommands {

    private final Absences absences;
    private final RollBook roll;
    private final NoticeFacts facts;

    public NoticeCommands(Absences absences, RollBook roll, NoticeFacts facts) {
        this.absences = absences;
        this.roll = roll;
        this.facts = facts;
    }

    @CommandHandler
    Answer handle(IssueNotice command) {
        RollPupil pupil = pupil(command.absences());
        return absences.decide(command.absences(), rules -> IssuingNotice.decide(rules, facts, pupil, command));
    }

    @CommandHandler
    Answer handle(RecordReceipt command) {
        return absences.decide(command.absences(), rules -> ClosingNotice.decide(rules, command));
    }

    @CommandHandler
    Answer handle(RecordPayment command) {
        return absences.decide(command.absences(), rules -> ClosingNotice.decide(rules, command));
    }

    @CommandHandler
    Answer handle(WithdrawNotice command) {
        return absences.decide(command.absences(), rules -> ClosingNotice.decide(rules, command));
    }

    @CommandHandler
    Answer handle(RecordProceedings command) {
        return absences.decide(command.absences(), rules -> ClosingNotice.decide(rules, command));
    }

    @CommandHandler
    Answer handle(GiveNoticeToImprove command) {
        RollPupil pupil = pupil(command.absences());
        return absences.decide(command.absences(), rules -> ImprovingAttendance.decide(rules, facts, pupil, command));
    }

    @CommandHandler
    Answer handle(ConcludeNoticeToImprove command) {
        return absences.decide(command.absences(), rules -> ImprovingAttendance.decide(rules, command));
    }

    private RollPupil pupil(AbsenceStream absences) {
        return roll.of(absences.urn())
                .find(absences.pupil())
                .orElseThrow(() -> Problem.unknown("There is no such pupil.").asException());
    }
}
