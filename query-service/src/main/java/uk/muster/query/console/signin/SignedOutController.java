package uk.muster.query.console.signin;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import uk.muster.http.identity.Open;

/** Where a sign-out ends. */
@Controller
final class SignedOutController {

    @Open
    @GetMapping(Paths.SIGNED_OUT)
    String signedOut() {
        return "signed-out";
    }
}
