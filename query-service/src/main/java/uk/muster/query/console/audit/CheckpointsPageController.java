package uk.muster.query.console.audit;

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
import uk.muster.kernel.identity.Urn;
import uk.muster.query.audit.CheckpointLists;
import uk.muster.query.audit.CheckpointRecord;
import uk.muster.query.console.shell.Pages;
import uk.muster.query.console.shell.Query;
import uk.muster.query.console.shell.Say;

/** What was signed of the ledger, the newest first. Checkpoints are of all schools; a hash tells nothing of any. */
@Controller
final class CheckpointsPageController {

    private final CheckpointLists lists;
    private final Pages pages;

    CheckpointsPageController(CheckpointLists lists, Pages pages) {
        this.lists = lists;
        this.pages = pages;
    }

    /** @param next the query of the next page; null on the last */
    record CheckpointsPage(
            String finding, List<Row> rows, @Nullable String next) {}

    /** @param note the signed note, to the letter */
    record Row(String size, String madeAt, String note) {

        static Row of(CheckpointRecord each) {
            return new Row(Say.count(each.size(), "fact"), Say.moment(each.madeAt()), each.note());
        }
    }

    /** @param urn the school from which one came, to stay in its frame */
    @Allowed(Role.AUDITOR)
    @GetMapping("/audit/checkpoints")
    ModelAndView checkpoints(
            Caller caller,
            @RequestParam(required = false) @Nullable Urn urn,
            @RequestParam(required = false) @Nullable String cursor) {
        if (urn != null) {
            caller.requireSchool(urn);
        }
        Page<CheckpointRecord> found = lists.list(PageLimit.parse(PageLimit.DEFAULT), cursor);
        CheckpointsPage page = new CheckpointsPage(
                finding(found, cursor != null),
                found.items().stream().map(Row::of).toList(),
                new Query().with("urn", urn).next(found.nextCursor()));
        return pages.ofAudit(caller, urn, "audit-checkpoints", page);
    }

    private static String finding(Page<CheckpointRecord> found, boolean later) {
        if (later) {
            return "Earlier checkpoints";
        }
        return found.items().isEmpty()
                ? "No checkpoint is signed yet"
                : "Signed: the ledger’s first "
                        + Say.count(found.items().getFirst().size(), "fact");
    }
}
