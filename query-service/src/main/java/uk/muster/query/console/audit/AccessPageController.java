package uk.muster.query.console.audit;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.muster.http.convention.Page;
import uk.muster.http.convention.PageLimit;
import uk.muster.http.identity.Allowed;
import uk.muster.http.identity.Caller;
import uk.muster.http.identity.Role;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.access.LookLine;
import uk.muster.query.access.LookLists;
import uk.muster.query.console.shell.Pages;
import uk.muster.query.console.shell.Query;
import uk.muster.query.console.shell.Say;

/** Who looked at a school's records, the newest first. */
@Controller
final class AccessPageController {

    private final LookLists lists;
    private final Pages pages;

    AccessPageController(LookLists lists, Pages pages) {
        this.lists = lists;
        this.pages = pages;
    }

    /** @param next the query of the next page; null on the last */
    record AccessPage(
            String finding,
            Asked asked,
            List<LookRow> rows,
            @Nullable String next) {}

    record Asked(
            @Nullable Urn urn,
            @Nullable PupilId pupilId,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /**
     * @param urn the school; until one is named the page asks for it
     * @param from,to first and last day on which somebody looked, both inclusive
     */
    @Allowed(Role.AUDITOR)
    @GetMapping("/audit/access")
    ModelAndView access(
            Caller caller,
            @RequestParam(required = false) @Nullable Urn urn,
            @RequestParam(required = false) @Nullable PupilId pupilId,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String cursor) {
        Asked asked = new Asked(urn, pupilId, from, to);
        if (urn == null) {
            AccessPage page = new AccessPage("Who looked", asked, List.of(), null);
            return pages.ofAudit(caller, null, "audit-access", page);
        }
        caller.requireSchool(urn);
        Page<LookLine> found = read(urn, pupilId, new LookLists.Days(from, to), cursor);
        AccessPage page = new AccessPage(
                finding(found, cursor != null),
                asked,
                found.items().stream().map(LookRow::of).toList(),
                new Query()
                        .with("urn", urn)
                        .with("pupilId", pupilId)
                        .with("from", from)
                        .with("to", to)
                        .next(found.nextCursor()));
        return pages.ofAudit(caller, urn, "audit-access", page);
    }

    private Page<LookLine> read(Urn urn, @Nullable PupilId pupil, LookLists.Days days, @Nullable String cursor) {
        PageLimit limit = PageLimit.parse(PageLimit.DEFAULT);
        return pupil == null
                ? lists.ofSchool(urn, days, limit, cursor)
                : lists.ofPupil(urn, pupil, days, limit, cursor);
    }

    private static String finding(Page<LookLine> found, boolean later) {
        if (found.items().isEmpty()) {
            return "Nobody looked";
        }
        String number = Say.count(found.items().size(), later ? "earlier look" : "look");
        return found.nextCursor() == null ? number : "More than " + number;
    }
}
