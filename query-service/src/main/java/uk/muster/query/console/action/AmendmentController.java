package uk.muster.query.console.action;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.muster.http.identity.Allowed;
import uk.muster.http.identity.Role;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.console.action.Field.Kind;
import uk.muster.query.console.command.Form;
import uk.muster.query.console.shell.Addresses;
import uk.muster.query.console.shell.Identities;
import uk.muster.query.console.shell.Identity;
import uk.muster.query.console.shell.Say;
import uk.muster.query.console.signin.SignedIn;
import uk.muster.query.pupil.Pupils;

/** The form by which a mark is amended: the register keeps what it said before, and who amended it why (reg 6). */
@Controller
final class AmendmentController {

    private static final List<Field> FIELDS = List.of(
            Field.list("amendedCode", "Amended code", ChildAction.codes()),
            Field.of(Kind.LINE, "minutesLate", "Minutes late", "With L and U"),
            Field.of(Kind.LINE, "detail", "Detail", "Wanted with B, C2, K and Y7"),
            Field.of(Kind.TEXT, "reason", "Reason", "It stays in the register with your name and position"));

    private final Pupils pupils;
    private final Identities identities;
    private final Sending sending;

    AmendmentController(Pupils pupils, Identities identities, Sending sending) {
        this.pupils = pupils;
        this.identities = identities;
        this.sending = sending;
    }

    @Allowed({Role.ATTENDANCE_OFFICER, Role.SAFEGUARDING_LEAD, Role.HEAD})
    @GetMapping("/schools/{urn}/registers/{date}/{session}/{group}/amendments/{pupilId}")
    ModelAndView show(
            SignedIn me,
            @PathVariable Urn urn,
            @PathVariable LocalDate date,
            @PathVariable SessionHalf session,
            @PathVariable GroupId group,
            @PathVariable PupilId pupilId) {
        Form form = Form.fresh(Map.of("amendedCode", "", "minutesLate", "", "detail", "", "reason", ""));
        RegisterId register = new RegisterId(urn, new SessionKey(date, session), group);
        return sending.show(me, urn, page(register, pupilId, form));
    }

    @Allowed({Role.ATTENDANCE_OFFICER, Role.SAFEGUARDING_LEAD, Role.HEAD})
    @PostMapping("/schools/{urn}/registers/{date}/{session}/{group}/amendments/{pupilId}")
    ModelAndView send(
            SignedIn me,
            @PathVariable Urn urn,
            @PathVariable LocalDate date,
            @PathVariable SessionHalf session,
            @PathVariable GroupId group,
            @PathVariable PupilId pupilId,
            @RequestParam MultiValueMap<String, String> parameters,
            RedirectAttributes afterwards) {
        Form form = Form.sent(parameters, FIELDS.stream().map(Field::name).toList());
        RegisterId register = new RegisterId(urn, new SessionKey(date, session), group);
        Map<String, Object> body = new Body(form, me.person())
                .set("pupilId", pupilId.value())
                .fields("amendedCode", "detail", "reason")
                .number("minutesLate")
                .members();
        return sending.send(
                me,
                urn,
                page(register, pupilId, form),
                Addresses.of(register) + "/amendments",
                body,
                "The amendment is recorded.",
                afterwards);
    }

    private ActionPage page(RegisterId register, PupilId pupilId, Form form) {
        SessionKey session = register.session();
        Identity child = identities.of(pupils.require(register.urn(), pupilId, Instant.MAX), session.date());
        return new ActionPage(
                "Amend a mark",
                child.name() + ", " + Say.day(session.date()) + ", " + Say.half(session.half()) + ", "
                        + register.group(),
                Addresses.of(register) + "/amendments/" + pupilId,
                "Record",
                FIELDS,
                form,
                Addresses.of(register));
    }
}
