package uk.muster.query.console.command;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.muster.http.identity.Allowed;
import uk.muster.http.identity.Caller;
import uk.muster.http.identity.Role;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.console.signin.SignedIn;

/** A page shaped like the real ones: it says who looks at it, and has a form. */
@RestController
final class SamplePages {

    private static final List<String> FIELDS = List.of("channel", "from");

    private final CommandClient commands;

    SamplePages(CommandClient commands) {
        this.commands = commands;
    }

    @Allowed({Role.SAFEGUARDING_LEAD, Role.HEAD})
    @GetMapping(path = "/sample/schools/{urn}", produces = "text/html")
    String page(@PathVariable Urn urn, Caller caller, SignedIn me, CsrfToken csrf, HttpServletRequest request) {
        return "<p>%s looks at %s as %s, %s (%s)%s</p><input type=\"hidden\" name=\"_csrf\" value=\"%s\">"
                .formatted(
                        caller.subject(),
                        urn,
                        me.person().name(),
                        me.person().position(),
                        me.person().id(),
                        request.getAttribute(OwnWrites.BEHIND) == null ? "" : ", behind",
                        csrf.getToken());
    }

    @Allowed({Role.SAFEGUARDING_LEAD, Role.HEAD})
    @PostMapping(path = "/sample/schools/{urn}", produces = "text/html")
    String send(@PathVariable Urn urn, SignedIn me, @RequestParam MultiValueMap<String, String> parameters) {
        Form form = Form.sent(parameters, FIELDS);
        Map<String, String> body = Map.of("channel", form.value("channel"));
        return switch (commands.post(me, "/schools/" + urn + "/samples", body, form)) {
            case Outcome.Recorded(var answer) -> "recorded " + answer.path("id").asString();
            case Outcome.Refused(var problem) ->
                "refused " + form.refused(problem).faults();
            case Outcome.Unanswered() -> "unanswered " + form.unanswered().key().equals(form.key());
        };
    }
}
