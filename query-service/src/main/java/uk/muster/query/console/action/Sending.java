package uk.muster.query.console.action;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.console.command.CommandClient;
import uk.muster.query.console.command.Form;
import uk.muster.query.console.command.Outcome;
import uk.muster.query.console.shell.Pages;
import uk.muster.query.console.signin.SignedIn;

/** Shows forms and sends them. After a record one goes back to where one came from, where it can be seen; else the form is there again. */
final class Sending {

    private final CommandClient commands;
    private final Pages pages;

    Sending(CommandClient commands, Pages pages) {
        this.commands = commands;
        this.pages = pages;
    }

    ModelAndView show(SignedIn me, Urn urn, ActionPage page) {
        ModelAndView view = pages.ofSchool(me.caller(), urn, null, "action", page);
        if (page.form().isFaulty()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    /**
     * @param path the command's, below {@code /api/v1}
     * @param done what is said where one goes back to
     */
    ModelAndView send(
            SignedIn me,
            Urn urn,
            ActionPage page,
            String path,
            Map<String, Object> body,
            String done,
            RedirectAttributes afterwards) {
        Form form = page.form();
        return switch (commands.post(me, path, body, form)) {
            case Outcome.Recorded _ -> {
                afterwards.addFlashAttribute("done", done);
                RedirectView back = new RedirectView(page.back());
                back.setStatusCode(HttpStatus.SEE_OTHER);
                yield new ModelAndView(back);
            }
            case Outcome.Refused(var problem) -> show(me, urn, page.with(form.refused(problem)));
            case Outcome.Unanswered() -> show(me, urn, page.with(form.unanswered()));
        };
    }
}
