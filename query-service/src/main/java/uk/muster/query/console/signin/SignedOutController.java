package uk.muster.query.console.signin;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import uk.muster.http.identity.Open;
import uk.muster.query.console.shell.Pages;

/** Where a sign-out ends. */
@Controller
final class SignedOutController {

    private final Pages pages;

    SignedOutController(Pages pages) {
        this.pages = pages;
    }

    @Open
    @GetMapping(Paths.SIGNED_OUT)
    ModelAndView signedOut() {
        return pages.bare("signed-out", "");
    }
}
