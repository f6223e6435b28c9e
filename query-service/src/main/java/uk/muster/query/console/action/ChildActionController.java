package uk.muster.query.console.action;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.muster.http.convention.Times;
import uk.muster.http.identity.Allowed;
import uk.muster.http.identity.Role;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.console.command.Form;
import uk.muster.query.console.shell.Identities;
import uk.muster.query.console.shell.Identity;
import uk.muster.query.console.signin.SignedIn;
import uk.muster.query.pupil.Pupils;

/** Forms about a child: what was tried, visited, decided and passed on. */
@Controller
final class ChildActionController {

    private static final String TODAY = "today";

    private final Pupils pupils;
    private final Identities identities;
    private final Sending sending;
    private final When when;
    private final InstantSource clock;

    ChildActionController(
            Pupils pupils, Identities identities, Sending sending, When when, InstantSource businessClock) {
        this.pupils = pupils;
        this.identities = identities;
        this.sending = sending;
        this.when = when;
        this.clock = businessClock;
    }

    @Allowed({Role.ATTENDANCE_OFFICER, Role.SAFEGUARDING_LEAD, Role.HEAD})
    @GetMapping("/schools/{urn}/pupils/{pupilId}/{action}/new")
    ModelAndView show(SignedIn me, @PathVariable Urn urn, @PathVariable PupilId pupilId, @PathVariable String action) {
        ChildAction found = ChildAction.of(action, me.caller());
        Identity child = child(urn, pupilId);
        List<Field> fields = found.fields(child);
        return sending.show(me, urn, page(urn, child, found, fields, Form.fresh(atFirst(fields)), ""));
    }

    /** @param back {@code today} for whoever came from the board */
    @Allowed({Role.ATTENDANCE_OFFICER, Role.SAFEGUARDING_LEAD, Role.HEAD})
    @PostMapping("/schools/{urn}/pupils/{pupilId}/{action}/new")
    ModelAndView send(
            SignedIn me,
            @PathVariable Urn urn,
            @PathVariable PupilId pupilId,
            @PathVariable String action,
            @RequestParam(defaultValue = "") String back,
            @RequestParam MultiValueMap<String, String> parameters,
            RedirectAttributes afterwards) {
        ChildAction found = ChildAction.of(action, me.caller());
        Identity child = child(urn, pupilId);
        List<Field> fields = found.fields(child);
        Form form = Form.sent(parameters, fields.stream().map(Field::name).toList());
        ActionPage page = page(urn, child, found, fields, form, back);
        Optional<Instant> at = found.isTimed() ? when.of(form) : Optional.of(Instant.EPOCH);
        if (at.isEmpty()) {
            String both = "Give both a day and a time, or leave both empty for now.";
            return sending.show(me, urn, page.with(form.with(When.DATE, both)));
        }
        return sending.send(
                me,
                urn,
                page,
                "/schools/" + urn + "/pupils/" + pupilId + "/" + found.path(),
                body(found, form, me, at.get()).members(),
                "Recorded for " + child.name() + ".",
                afterwards);
    }

    private Body body(ChildAction action, Form form, SignedIn me, Instant at) {
        Body body = new Body(form, me.person());
        return switch (action) {
            case CONTACT_ATTEMPT ->
                body.set("at", Times.print(at)).fields("channel", "contactId", "outcome", "purpose", "note");
            case HOME_VISIT ->
                body.set("at", Times.print(at)).fields("outcome", "note").set("visitors", visitors(form, me));
            case ABSENCE_DECISION -> body.session("from").session("to").fields("code", "detail", "reason");
            case ESCALATION -> body.set("at", Times.print(at)).fields("to", "reason");
        };
    }

    private static List<Object> visitors(Form form, SignedIn me) {
        List<Object> visitors = new ArrayList<>(List.of(me.person()));
        Map<String, String> companion = new LinkedHashMap<>();
        for (String member : List.of("id", "name", "position")) {
            form.filled("visitors/1/" + member).ifPresent(value -> companion.put(member, value));
        }
        if (!companion.isEmpty()) {
            visitors.add(companion);
        }
        return visitors;
    }

    private Identity child(Urn urn, PupilId pupilId) {
        return identities.of(pupils.require(urn, pupilId, Instant.MAX), London.dateOf(clock.instant()));
    }

    /** The first of each list, as browsers choose it; choices are left to the person. */
    private static Map<String, String> atFirst(List<Field> fields) {
        Map<String, String> values = new HashMap<>();
        fields.forEach(field -> values.put(
                field.name(),
                field.kind() == Field.Kind.LIST ? field.options().getFirst().value() : ""));
        return values;
    }

    private static ActionPage page(
            Urn urn, Identity child, ChildAction action, List<Field> fields, Form form, String back) {
        String school = "/schools/" + urn;
        String own = school + "/pupils/" + child.pupilId();
        return new ActionPage(
                action.title(),
                child.name() + ", " + child.place(),
                own + "/" + action.path() + "/new" + (back.equals(TODAY) ? "?back=" + TODAY : ""),
                "Record",
                fields,
                form,
                back.equals(TODAY) ? school + "/today#pupil-" + child.pupilId() : own);
    }
}
