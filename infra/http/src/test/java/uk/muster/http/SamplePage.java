package uk.muster.http;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.muster.http.identity.Open;

/** Outside the contract, as pages for people are, and of no school. */
@RestController
public class SamplePage {

    @Open
    @GetMapping("/page")
    String page() {
        return "of no school";
    }
}
