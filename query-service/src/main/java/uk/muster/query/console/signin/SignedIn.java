package uk.muster.query.console.signin;

import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import uk.muster.http.identity.Caller;
import uk.muster.kernel.identity.Person;

/**
 * The person who looks at a page; a controller method takes it as an argument.
 *
 * @param caller what their access token says: the same that the API would make of it
 * @param person as whom they act: the author of what they record
 * @param accessToken good for the rest of this request, to call command-service with
 */
public record SignedIn(Caller caller, Person person, String accessToken) {

    /** Whoever signed in and makes this request; empty on pages for anyone, and while an error is told. */
    public static Optional<SignedIn> current() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof PersonAuthentication authentication
                ? Optional.of(authentication.signedIn())
                : Optional.empty();
    }

    /** It holds a token and a name. */
    @Override
    public String toString() {
        return "SignedIn[" + caller.subject() + "]";
    }
}
