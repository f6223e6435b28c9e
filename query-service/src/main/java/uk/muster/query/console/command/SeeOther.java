package uk.muster.query.console.command;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Where a browser goes once a form is recorded (303): loading that page again sends nothing a second time. */
public final class SeeOther {

    private SeeOther() {}

    /** @param path of a page, made of identities of the contract */
    public static ModelAndView at(String path) {
        RedirectView view = new RedirectView(path);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExpandUriTemplateVariables(false);
        return new ModelAndView(view);
    }
}
