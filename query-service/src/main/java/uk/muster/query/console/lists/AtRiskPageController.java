package uk.muster.query.console.lists;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.muster.http.identity.Allowed;
import uk.muster.http.identity.Caller;
import uk.muster.http.identity.Role;
import uk.muster.kernel.identity.TrustId;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.atrisk.AtRiskLine;
import uk.muster.query.atrisk.AtRiskLists;
import uk.muster.query.console.lists.AtRiskPage.Asked;
import uk.muster.query.console.lists.AtRiskPages.Place;
import uk.muster.query.console.shell.Pages;
import uk.muster.query.console.shell.Section;
import uk.muster.query.school.Schools;
import uk.muster.query.school.Trusts;

/** Pupils at risk, of a school and of a trust's schools. A trust's executive reads both without names. */
@Controller
final class AtRiskPageController {

    private final AtRiskPages list;
    private final AtRiskLists lists;
    private final Schools schools;
    private final Trusts trusts;
    private final Pages pages;

    AtRiskPageController(AtRiskPages list, AtRiskLists lists, Schools schools, Trusts trusts, Pages pages) {
        this.list = list;
        this.lists = lists;
        this.schools = schools;
        this.trusts = trusts;
        this.pages = pages;
    }

    @Allowed({Role.ATTENDANCE_OFFICER, Role.SAFEGUARDING_LEAD, Role.HEAD, Role.TRUST_EXECUTIVE})
    @GetMapping("/schools/{urn}/at-risk")
    ModelAndView ofSchool(
            Caller caller,
            @PathVariable Urn urn,
            Asked asked,
            @RequestParam(required = false) @Nullable String cursor) {
        String trust = schools.require(urn, Instant.MAX).state().details().trust();
        Place place = new Place(
                "/schools/" + urn + "/at-risk",
                false,
                Readers.seesNames(caller),
                trust == null ? null : "/trusts/" + trust + "/at-risk");
        AtRiskPage page = list.page(List.of(urn), asked, place, cursor);
        return pages.ofSchool(caller, urn, Section.AT_RISK, "at-risk", page);
    }

    @Allowed({Role.ATTENDANCE_OFFICER, Role.SAFEGUARDING_LEAD, Role.HEAD, Role.TRUST_EXECUTIVE})
    @GetMapping("/trusts/{trust}/at-risk")
    ModelAndView ofTrust(
            Caller caller,
            @PathVariable TrustId trust,
            Asked asked,
            @RequestParam(required = false) @Nullable String cursor) {
        Place place = new Place("/trusts/" + trust + "/at-risk", true, Readers.seesNames(caller), null);
        AtRiskPage page = list.page(trusts.require(trust, caller, Instant.MAX), asked, place, cursor);
        return pages.outside(caller, "at-risk", page);
    }

    /** All of a school's, in the same order. */
    @Allowed({Role.ATTENDANCE_OFFICER, Role.SAFEGUARDING_LEAD, Role.HEAD, Role.TRUST_EXECUTIVE})
    @GetMapping("/schools/{urn}/at-risk.csv")
    void table(Caller caller, @PathVariable Urn urn, Asked asked, HttpServletResponse response) throws IOException {
        CsvTable.<AtRiskLine>write(
                response,
                "at-risk-" + urn,
                List.of("Pupil", "Name", "Group", "Year", "Percentage", "Attended", "Possible", "Band", "Trend"),
                cursor -> lists.list(
                        List.of(urn),
                        AtRiskPages.question(asked),
                        Instant.MAX,
                        Readers.seesNames(caller),
                        Readers.AT_ONCE,
                        cursor),
                line -> Arrays.asList(
                        line.pupilId(),
                        line.name(),
                        line.group(),
                        line.yearGroup(),
                        line.percentage(),
                        line.attended(),
                        line.possible(),
                        line.band(),
                        line.trend()));
    }
}
