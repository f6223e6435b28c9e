package uk.muster.query.console.audit;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.muster.http.identity.Allowed;
import uk.muster.http.identity.Caller;
import uk.muster.http.identity.Role;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.audit.RegisterSteps;
import uk.muster.query.console.shell.Addresses;
import uk.muster.query.console.shell.Pages;
import uk.muster.query.console.shell.Say;

/** How a register came to be what it is, fact by fact. */
@Controller
final class ReplayPageController {

    private final RegisterSteps registers;
    private final Pages pages;

    ReplayPageController(RegisterSteps registers, Pages pages) {
        this.registers = registers;
        this.pages = pages;
    }

    /** @param register the address of the register's page; null while none is named */
    record ReplayPage(
            String finding,
            Asked asked,
            String about,
            @Nullable String register,
            List<ReplayStep> steps) {}

    record Asked(
            @Nullable Urn urn,
            @Nullable LocalDate date,
            @Nullable SessionHalf session,
            @Nullable GroupId group) {}

    /** Of a register where school, date, session and group are given; until then the page asks for them. */
    @Allowed(Role.AUDITOR)
    @GetMapping("/audit/replay")
    ModelAndView replay(
            Caller caller,
            @RequestParam(required = false) @Nullable Urn urn,
            @RequestParam(required = false) @Nullable LocalDate date,
            @RequestParam(required = false) @Nullable SessionHalf session,
            @RequestParam(required = false) @Nullable GroupId group) {
        Asked asked = new Asked(urn, date, session, group);
        if (urn != null) {
            caller.requireSchool(urn);
        }
        if (urn == null || date == null || session == null || group == null) {
            ReplayPage page = new ReplayPage("How a register came to be", asked, "", null, List.of());
            return pages.ofAudit(caller, urn, "audit-replay", page);
        }
        RegisterId id = new RegisterId(urn, new SessionKey(date, session), group);
        List<ReplayStep> steps = registers.of(id).stream().map(ReplayStep::of).toList();
        ReplayPage page = new ReplayPage(
                Say.count(steps.size(), "fact") + " made this register",
                asked,
                Registers.words(id),
                Addresses.of(id),
                steps);
        return pages.ofAudit(caller, urn, "audit-replay", page);
    }
}
