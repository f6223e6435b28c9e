package uk.muster.acceptance.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody at the console, in a window of their own.
 *
 * <p>{@code Console.of(Scene.muster()).signIn("P. Otterstead")} chooses a person at the sign-in; {@link #page} is what they see. Whatever a page
 * complains of in the browser's log, such as something that its security policy forbids, fails {@link #isInOrder}.
 */
final class Console implements AutoCloseable {

    /** WCAG 2.2 AA, with all that came before it. */
    private static final List<String> WCAG =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice");

    private static final int NARROW = 320;
    private static final int WIDE = 1280;
    private static final int HEIGHT = 900;

    /** A date has a stop of its own for day, month, year and calendar. */
    private static final int STEPS_OF_A_FIELD = 4;

    /** Of a group of radio buttons one is reached by this key, the others by arrows. */
    private static final String MARK_WHAT_CAN_BE_WORKED = """
            () => {
              document.activeElement.blur();
              document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']").forEach(each => {
                if (each.checkVisibility({ visibilityProperty: true }) && each.type !== "radio" && each.type !== "hidden") {
                  each.dataset.worked = "no";
                }
              });
            }
            """;

    private final URI address;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private Console(URI address, BrowserContext context) {
        this.address = address;
        this.context = context;
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("the server responded with a status of")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    static Console of(URI address) {
        return new Console(address, Chromium.browser().newContext());
    }

    /** The same without scripts. */
    static Console withoutScripts(URI address) {
        return new Console(
                address, Chromium.browser().newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false)));
    }

    /** Opens the console and chooses a person at the sign-in. */
    Console signIn(String name) {
        page.navigate(address.toString());
        button(name).click();
        page.waitForURL(url -> url.startsWith(address.toString()));
        return this;
    }

    /** @return the status of the answer */
    int go(String path) {
        Response response = page.navigate(address.resolve(path).toString());
        return response.status();
    }

    Page page() {
        return page;
    }

    /** Where the browser is, without the console's address. */
    String path() {
        return URI.create(page.url()).getPath();
    }

    String heading() {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))
                .innerText();
    }

    /** The button whose name has this in it. */
    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** What the page says, without its frame. */
    String text() {
        return page.locator("main").innerText();
    }

    Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    /** Holds the page against the accessibility guidelines and what the browser has complained of. */
    void isInOrder() {
        assertThat(complaints).as(page.url()).isEmpty();
        assertThat(new AxeBuilder(page).withTags(WCAG).analyze().getViolations())
                .as(page.url())
                .extracting(violation -> violation.getId() + ": " + violation.getNodes())
                .isEmpty();
    }

    /** Holds that the page reflows at 320 CSS pixels, the narrowest that WCAG 1.4.10 names, and is in order there too. */
    void isInOrderAtAnyWidth() {
        isInOrder();
        page.setViewportSize(NARROW, HEIGHT);
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as("a page that has to be moved sideways: " + page.url())
                .isEqualTo(NARROW);
        isInOrder();
        page.setViewportSize(WIDE, HEIGHT);
    }

    /** Holds that everything that can be worked is reached by the tabulator key alone. */
    void isReachedByKeyboard() {
        page.evaluate(MARK_WHAT_CAN_BE_WORKED);
        int wanted = page.locator("[data-worked]").count();
        for (int step = 0;
                step < STEPS_OF_A_FIELD * wanted
                        && page.locator("[data-worked=no]").count() > 0;
                step++) {
            page.keyboard().press("Tab");
            page.evaluate("document.activeElement.dataset.worked = 'yes'");
        }
        assertThat(page.locator("[data-worked=no]").evaluateAll("all => all.map(each => each.outerHTML)"))
                .as("what no key reaches on " + page.url())
                .isEqualTo(List.of());
    }

    @Override
    public void close() {
        context.close();
    }
}
