package uk.muster.query.console.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import uk.muster.http.problem.Problem;
import uk.muster.http.problem.ProblemPages;

/** Says on a page what is wrong, whoever found it: a page's controller, a filter, or the container. */
final class FaultPages implements ProblemPages {

    private static final List<String> OF_PROGRAMS = List.of("/api/", "/actuator/", "/v3/");

    private final Pages pages;
    private final ViewResolver views;

    FaultPages(Pages pages, ViewResolver views) {
        this.pages = pages;
        this.views = views;
    }

    @Override
    public boolean liesAt(String path) {
        return OF_PROGRAMS.stream().noneMatch((path + "/")::startsWith);
    }

    @Override
    public void tell(Problem problem, HttpServletRequest request, HttpServletResponse response) throws Exception {
        ModelAndView page = page(problem, response);
        View view = views.resolveViewName(String.valueOf(page.getViewName()), Locale.UK);
        if (view == null) {
            throw new IllegalStateException("The page for faults has no template.");
        }
        response.setStatus(problem.status());
        view.render(page.getModel(), request, response);
    }

    /** The page, with the headers that go with it set. */
    ModelAndView page(Problem problem, HttpServletResponse response) {
        Duration wait = problem.retryAfter();
        if (wait != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds())));
        }
        ModelAndView page = pages.bare("fault", FaultPage.of(problem));
        page.setStatus(HttpStatus.valueOf(problem.status()));
        return page;
    }
}
