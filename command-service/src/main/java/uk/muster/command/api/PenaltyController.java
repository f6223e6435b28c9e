package uk.muster.command.api;

import static uk.muster.http.identity.Role.HEAD;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.muster.command.absence.AbsenceCommand.AbsenceStream;
import uk.muster.command.api.Replies.Reply;
import uk.muster.command.penalty.NoticeCommand;
import uk.muster.command.penalty.NoticeRequests;
import uk.muster.command.pupil.PupilCommand.PupilStream;
import uk.muster.command.pupil.PupilRegister;
import uk.muster.http.body.Body;
import uk.muster.http.body.Fields;
import uk.muster.http.identity.Allowed;
import uk.muster.http.identity.Caller;
import uk.muster.http.problem.Problem;
import uk.muster.kernel.absence.AbsenceEntryId;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.Urn;

/** Penalty notices and notices to improve. A notice's id says whose it is; one of a school that is not the caller's is unknown. */
@RestController
@RequestMapping("/api/v1")
public class PenaltyController {

    private final Replies replies;
    private final PupilRegister pupils;

    public PenaltyController(Replies replies, PupilRegister pupils) {
        this.replies = replies;
        this.pupils = pupils;
    }

    @PostMapping("/schools/{urn}/pupils/{pupilId}/penalty-notices")
    @Allowed(HEAD)
    Reply issue(
            @PathVariable Urn urn,
            @PathVariable PupilId pupilId,
            Caller caller,
            Body body,
            HttpServletRequest request) {
        return give(urn, pupilId, caller, body, request, NoticeRequests::penalty);
    }

    @PostMapping("/schools/{urn}/pupils/{pupilId}/notices-to-improve")
    @Allowed(HEAD)
    Reply giveTime(
            @PathVariable Urn urn,
            @PathVariable PupilId pupilId,
            Caller caller,
            Body body,
            HttpServletRequest request) {
        return give(urn, pupilId, caller, body, request, NoticeRequests::improvement);
    }

    @PostMapping("/penalty-notices/{noticeId}/receipt")
    @Allowed(HEAD)
    Reply receive(@PathVariable String noticeId, Caller caller, Body body, HttpServletRequest request) {
        return about(noticeId, caller, body, request, NoticeRequests::receipt);
    }

    @PostMapping("/penalty-notices/{noticeId}/payments")
    @Allowed(HEAD)
    Reply pay(@PathVariable String noticeId, Caller caller, Body body, HttpServletRequest request) {
        return about(noticeId, caller, body, request, NoticeRequests::payment);
    }

    @PostMapping("/penalty-notices/{noticeId}/withdrawal")
    @Allowed(HEAD)
    Reply withdraw(@PathVariable String noticeId, Caller caller, Body body, HttpServletRequest request) {
        return about(noticeId, caller, body, request, NoticeRequests::withdrawal);
    }

    @PostMapping("/penalty-notices/{noticeId}/proceedings")
    @Allowed(HEAD)
    Reply prosecute(@PathVariable String noticeId, Caller caller, Body body, HttpServletRequest request) {
        return about(noticeId, caller, body, request, NoticeRequests::proceedings);
    }

    @PostMapping("/notices-to-improve/{noticeId}/conclusion")
    @Allowed(HEAD)
    Reply conclude(@PathVariable String noticeId, Caller caller, Body body, HttpServletRequest request) {
        return about(noticeId, caller, body, request, NoticeRequests::conclusion);
    }

    private Reply give(
            Urn urn,
            PupilId pupilId,
            Caller caller,
            Body body,
            HttpServletRequest request,
            BiFunction<AbsenceStream, Fields, NoticeCommand> reader) {
        PupilStream pupil = pupils.require(urn, pupilId);
        NoticeCommand command =
                body.read(fields -> reader.apply(new AbsenceStream(pupil.urn(), pupil.number()), fields));
        return replies.post(caller, urn, KeyedRequest.of(request, caller, body), () -> command);
    }

    private Reply about(String noticeId, Caller caller, Body body, HttpServletRequest request, AboutNotice reader) {
        AbsenceEntryId notice = parse(noticeId).orElseThrow(PenaltyController::unknown);
        PupilStream pupil = pupils.find(notice.pupil())
                .filter(each -> caller.covers(each.urn()))
                .orElseThrow(PenaltyController::unknown);
        NoticeCommand command = body.read(
                fields -> reader.read(new AbsenceStream(pupil.urn(), pupil.number()), notice.entryId(), fields));
        return replies.post(caller, pupil.urn(), KeyedRequest.of(request, caller, body), () -> command);
    }

    private static Optional<AbsenceEntryId> parse(String text) {
        try {
            return Optional.of(AbsenceEntryId.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static RuntimeException unknown() {
        return Problem.unknown("There is no such notice.").asException();
    }

    /** Reads a body about a notice. */
    private interface AboutNotice {
        NoticeCommand read(AbsenceStream absences, UUID notice, Fields body);
    }
}
