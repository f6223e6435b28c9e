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
import uk.muster.query.audit.AmendmentAudit;
import uk.muster.query.audit.AmendmentAudit.Question;
import uk.muster.query.audit.AmendmentRecord;
import uk.muster.query.console.shell.Pages;
import uk.muster.query.console.shell.Query;
import uk.muster.query.console.shell.Say;

/** Every amendment, oldest first. */
@Controller
final class AmendmentsPageController {

    private final AmendmentAudit amendments;
    private final Pages pages;

    AmendmentsPageController(AmendmentAudit amendments, Pages pages) {
        this.amendments = amendments;
        this.pages = pages;
    }

    /** @param next the query of the next page; null on the last */
    record AmendmentsPage(
            String finding,
            Asked asked,
            List<AmendmentRow> rows,
            @Nullable String next) {}

    record Asked(
            @Nullable Urn urn,
            @Nullable PupilId pupilId,
            String author,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /**
     * @param urn every school of the caller's when it is left out
     * @param author the id of the person who made them
     * @param from,to first and last day on which they were made, both inclusive
     */
    @Allowed(Role.AUDITOR)
    @GetMapping("/audit/amendments")
    ModelAndView amendments(
            Caller caller,
            @RequestParam(required = false) @Nullable Urn urn,
            @RequestParam(required = false) @Nullable PupilId pupilId,
            @RequestParam(defaultValue = "") String author,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String cursor) {
        String by = author.strip();
        Question question = Question.by(caller, urn, pupilId, by.isEmpty() ? null : by, from, to);
        Page<AmendmentRecord> found = amendments.read(question, PageLimit.parse(PageLimit.DEFAULT), cursor);
        Asked asked = new Asked(urn, pupilId, by, from, to);
        AmendmentsPage page = new AmendmentsPage(
                finding(found, cursor != null),
                asked,
                found.items().stream().map(AmendmentRow::of).toList(),
                new Query()
                        .with("urn", urn)
                        .with("pupilId", pupilId)
                        .with("author", by)
                        .with("from", from)
                        .with("to", to)
                        .next(found.nextCursor()));
        return pages.ofAudit(caller, urn, "audit-amendments", page);
    }

    private static String finding(Page<AmendmentRecord> found, boolean later) {
        if (found.items().isEmpty()) {
            return "No mark was amended";
        }
        String number = Say.count(found.items().size(), later ? "further amendment" : "amendment");
        return found.nextCursor() == null ? number : "More than " + number;
    }
}
