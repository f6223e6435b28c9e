package uk.muster.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The page on which a person is chosen: a button for each. */
@RestController
final class ChoosePage {

    private final People people;
    private final String page = template();

    ChoosePage(People people) {
        this.people = people;
    }

    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    String choose(CsrfToken csrf) {
        String list = people.everyone().stream().map(ChoosePage::button).collect(Collectors.joining());
        return page.replace("{csrf}", HtmlUtils.htmlEscape(csrf.getToken())).replace("{people}", list);
    }

    private static String button(Someone someone) {
        return """
            <li>
              <button name="username" value="%s">
                <strong>%s</strong> %s <span>%s</span>
              </button>
            </li>
            """.formatted(
                        HtmlUtils.htmlEscape(someone.id()),
                        HtmlUtils.htmlEscape(someone.name()),
                        HtmlUtils.htmlEscape(someone.position()),
                        HtmlUtils.htmlEscape(someone.place()));
    }

    private static String template() {
        try (InputStream in = ChoosePage.class.getResourceAsStream("choose.html")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
