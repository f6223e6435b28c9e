package uk.muster.query.console.attempt;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.console.child.Identities;
import uk.muster.query.console.child.Identity;
import uk.muster.query.console.command.CommandClient;
import uk.muster.query.console.command.Form;
import uk.muster.query.console.command.Outcome;
import uk.muster.query.console.command.SeeOther;
import uk.muster.query.console.shell.Pages;
import uk.muster.query.console.shell.Section;
import uk.muster.query.console.signin.SignedIn;
import uk.muster.query.pupil.Pupils;

/** The form for an attempt to reach somebody about a child, and what becomes of it. */
@Controller
final class AttemptController {

    private static final List<String> FIELDS = List.of("contactId", "channel", "outcome", "purpose", "at", "note");

    private final Pupils pupils;
    private final Identities identities;
    private final CommandClient commands;
    private final InstantSource clock;
    private final Pages pages;

    AttemptController(
            Pupils pupils, Identities identities, CommandClient commands, InstantSource businessClock, Pages pages) {
        this.pupils = pupils;
        this.identities = identities;
        this.commands = commands;
        this.clock = businessClock;
        this.pages = pages;
    }

    /** An attempt of just now by telephone at the first contact, unless something else is filled in. */
    @Allowed({Role.ATTENDANCE_OFFICER, Role.SAFEGUARDING_LEAD, Role.HEAD})
    @GetMapping("/schools/{urn}/pupils/{pupilId}/contact-attempts")
    ModelAndView form(SignedIn me, @PathVariable Urn urn, @PathVariable PupilId pupilId) {
        Identity child = child(urn, pupilId);
        Map<String, String> values = new LinkedHashMap<>();
        FIELDS.forEach(field -> values.put(field, ""));
        values.put("channel", "PHONE");
        values.put(
                "contactId",
                child.contacts().stream().findFirst().map(Identity.Adult::id).orElse(""));
        values.put(
                "at",
                LocalDateTime.ofInstant(clock.instant(), London.ZONE)
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString());
        return page(me, urn, child, Form.fresh(values));
    }

    @Allowed({Role.ATTENDANCE_OFFICER, Role.SAFEGUARDING_LEAD, Role.HEAD})
    @PostMapping("/schools/{urn}/pupils/{pupilId}/contact-attempts")
    ModelAndView record(
            SignedIn me,
            @PathVariable Urn urn,
            @PathVariable PupilId pupilId,
            @RequestParam MultiValueMap<String, String> parameters,
            RedirectAttributes next) {
        Form form = Form.sent(parameters, FIELDS);
        Identity child = child(urn, pupilId);
        Optional<Instant> at = instant(form.value("at"));
        if (at.isEmpty()) {
            return page(me, urn, child, form.with("at", "Say on which day and at what time it was."));
        }
        String path = "/schools/" + urn + "/pupils/" + pupilId;
        return switch (commands.post(me, path + "/contact-attempts", Attempt.of(form, at.get(), me.person()), form)) {
            case Outcome.Recorded _ -> {
                next.addFlashAttribute("done", "The contact attempt is in the child’s chronology.");
                yield SeeOther.at(path);
            }
            case Outcome.Refused(var problem) -> page(me, urn, child, form.refused(problem));
            case Outcome.Unanswered() -> page(me, urn, child, form.unanswered());
        };
    }

    private Identity child(Urn urn, PupilId pupilId) {
        return identities.of(pupils.require(urn, pupilId, Instant.MAX), London.dateOf(clock.instant()));
    }

    private ModelAndView page(SignedIn me, Urn urn, Identity child, Form form) {
        return pages.ofSchool(me.caller(), urn, Section.PUPILS, "attempt", AttemptPage.of(child, form));
    }

    private static Optional<Instant> instant(@Nullable String local) {
        try {
            return Optional.of(LocalDateTime.parse(String.valueOf(local))
                    .atZone(London.ZONE)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
