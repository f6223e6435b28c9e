package uk.muster.http.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the container sends what a filter refuses or lets fall, before or outside of any controller. */
@Controller
public class ProblemErrorController implements ErrorController {

    private static final String SENT = ProblemErrorController.class.getName() + ".sent";

    private final @Nullable ProblemPages pages;

    public ProblemErrorController(ObjectProvider<ProblemPages> pages) {
        this.pages = pages.getIfAvailable();
    }

    /** From a filter that refuses: the answer is this problem, as a page where a page was asked for. */
    public static void send(Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        request.setAttribute(SENT, problem);
        response.sendError(problem.status());
    }

    @RequestMapping("/error")
    public void answer(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Problem problem = problem(request);
        if (pages != null
                && request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
                && pages.liesAt(path)) {
            pages.tell(problem, request, response);
        } else {
            ProblemWriter.write(response, problem);
        }
    }

    private static Problem problem(HttpServletRequest request) {
        if (request.getAttribute(SENT) instanceof Problem sent) {
            return sent;
        }
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable fault) {
            return Problems.of(fault);
        }
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return Problems.ofStatus(status instanceof Integer code && code >= 400 ? code : 404);
    }
}
