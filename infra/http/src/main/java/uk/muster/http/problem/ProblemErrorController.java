package uk.muster.http.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the container sends what a filter refuses or lets fall, before or outside of any controller. */
@Controller
public class ProblemErrorController implements ErrorController {

    @RequestMapping("/error")
    public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ProblemWriter.write(response, problem(request));
    }

    private static Problem problem(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable fault) {
            return Problems.of(fault);
        }
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return Problems.ofStatus(status instanceof Integer code && code >= 400 ? code : 404);
    }
}
