package uk.muster.query.console.board;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import uk.muster.http.identity.Allowed;
import uk.muster.http.identity.Caller;
import uk.muster.http.identity.Role;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.console.shell.Pages;
import uk.muster.query.console.shell.Section;
import uk.muster.query.register.SpecialCategory;

/** The morning board, and the stream that says when it changed. */
@Controller
final class BoardController {

    private final BoardReader board;
    private final Changes changes;
    private final Pages pages;

    BoardController(BoardReader board, Changes changes, Pages pages) {
        this.board = board;
        this.changes = changes;
        this.pages = pages;
    }

    @Allowed({Role.ATTENDANCE_OFFICER, Role.SAFEGUARDING_LEAD, Role.HEAD})
    @GetMapping("/schools/{urn}/today")
    ModelAndView today(Caller caller, @PathVariable Urn urn) {
        BoardPage page = board.read(urn, SpecialCategory.seesSafeguarding(caller));
        return pages.ofSchool(caller, urn, Section.TODAY, "today", page);
    }

    /** Server-sent events {@code changed} and {@code beat}, for a few minutes: the browser asks again, and its reader's rule is held again. */
    @Allowed({Role.ATTENDANCE_OFFICER, Role.SAFEGUARDING_LEAD, Role.HEAD})
    @GetMapping("/schools/{urn}/today/changes")
    void changes(@PathVariable Urn urn, HttpServletResponse response) throws IOException, InterruptedException {
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        changes.tell(urn, response.getWriter());
    }
}
