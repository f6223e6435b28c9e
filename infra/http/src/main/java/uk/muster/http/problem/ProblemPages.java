package uk.muster.http.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** How a service that has pages for people tells a problem there. Without such a bean every problem is told as JSON. */
public interface ProblemPages {

    /** Whether a page lies at this path, rather than an endpoint for programs. */
    boolean liesAt(String path);

    /** Answers with a page that says in words what is wrong, with the problem's status. */
    void tell(Problem problem, HttpServletRequest request, HttpServletResponse response) throws Exception;
}
