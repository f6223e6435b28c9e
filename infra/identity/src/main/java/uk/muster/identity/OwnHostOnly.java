package uk.muster.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers under its own address alone: a page from elsewhere whose name is made to lead to 127.0.0.1 (DNS rebinding) can't sign anyone in. */
final class OwnHostOnly extends OncePerRequestFilter {

    private static final int MISDIRECTED = 421;

    private final URI issuer;

    OwnHostOnly(URI issuer) {
        this.issuer = issuer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (issuer.getAuthority().equals(request.getHeader(HttpHeaders.HOST))) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(MISDIRECTED);
        response.setContentType(MediaType.TEXT_PLAIN_VALUE);
        response.getWriter().println("This is " + issuer + " and answers under no other name.");
    }
}
