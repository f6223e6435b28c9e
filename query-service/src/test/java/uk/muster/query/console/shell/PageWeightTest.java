package uk.muster.query.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.muster.http.identity.Role;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.calendar.Term;
import uk.muster.kernel.event.AbsenceEvent.Channel;
import uk.muster.kernel.event.AbsenceEvent.Outcome;
import uk.muster.kernel.event.AbsenceEvent.Purpose;
import uk.muster.kernel.event.AbsenceEvent.VisitOutcome;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.TestService;
import uk.muster.query.testing.Browser;
import uk.muster.query.testing.Readers;
import uk.muster.query.testing.TestFollowUp;
import uk.muster.query.testing.TestProfile;

/**
 * No page weighs over 300 kB, after a whole year of a class of thirty and of a child with an entry on every school day. A page weighs the bytes of its
 * HTML and of every file that it names, each before compression; what is sent is about a fifth of that.
 */
class PageWeightTest {

    private static final TestService SERVICE = TestService.shared();
    private static final Urn SCHOOL = new Urn(197070);
    private static final int MOST_BYTES = 300_000;
    private static final int PUPILS = 30;
    private static final List<Term> YEAR = List.of(
            new Term("Autumn 1", LocalDate.of(2026, 9, 1), LocalDate.of(2026, 10, 23)),
            new Term("Autumn 2", LocalDate.of(2026, 11, 2), LocalDate.of(2026, 12, 18)),
            new Term("Spring 1", LocalDate.of(2027, 1, 4), LocalDate.of(2027, 2, 12)),
            new Term("Spring 2", LocalDate.of(2027, 2, 22), LocalDate.of(2027, 3, 25)),
            new Term("Summer 1", LocalDate.of(2027, 4, 12), LocalDate.of(2027, 5, 28)),
            new Term("Summer 2", LocalDate.of(2027, 6, 7), LocalDate.of(2027, 7, 21)));
    private static final Pattern ASSET = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"");
    private static final Pattern ATTEMPT = Pattern.compile("Phoned: no answer \\(daily\\)");

    private static int attempts;

    @BeforeAll
    static void record() {
        SERVICE.ledger.openSchool(SCHOOL, TestProfile.JSON);
        SERVICE.ledger.publish(SCHOOL, YEAR, List.of());
        for (int i = 1; i <= PUPILS; i++) {
            SERVICE.ledger.admit(SCHOOL, "p" + i, "Ash" + i, "4-A", LocalDate.of(2026, 9, 1));
        }
        TestFollowUp followUp = SERVICE.ledger.followUp(SCHOOL, "p1");
        YEAR.forEach(term -> term.from()
                .datesUntil(term.to().plusDays(1))
                .filter(day -> day.getDayOfWeek().getValue() <= 5)
                .forEach(day -> record(followUp, day)));
    }

    private static void record(TestFollowUp followUp, LocalDate day) {
        boolean away = day.getDayOfMonth() % 5 == 0;
        for (String half : List.of("AM", "PM")) {
            List<String> marks = new ArrayList<>();
            for (int i = 1; i <= PUPILS; i++) {
                marks.add("p" + i);
                marks.add(away && i <= 3 ? "N" : half.equals("AM") ? "/" : "\\");
            }
            String register = SCHOOL + "/" + day + "/" + half + "/4-A";
            SERVICE.ledger.take(register, marks.toArray(String[]::new));
            if (away) {
                SERVICE.ledger.amend(register, "p1", "N", "I");
            }
        }
        Instant morning = London.startOf(day).plusSeconds(34_200);
        followUp.attempt(morning, Channel.PHONE, Outcome.NO_ANSWER, Purpose.DAILY);
        attempts++;
        if (away) {
            followUp.visit(morning.plusSeconds(3_600), VisitOutcome.NO_ANSWER);
        }
    }

    @BeforeEach
    void atTheEndOfTheYear() {
        SERVICE.clock("2027-07-21T16:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/schools/197070/today",
                "/schools/197070/tasks",
                "/schools/197070/registers",
                "/schools/197070/registers/2027-07-19/AM/4-A",
                "/schools/197070/registers/2026-12-01/AM/4-A?view=term",
                "/schools/197070/registers/2027-07-19/AM/4-A?view=term",
                "/schools/197070/pupils",
                "/schools/197070/pupils/p1",
                "/schools/197070/pupils/p1?whole=true",
                "/schools/197070/pupils/p1?week=2027-05-03",
                "/schools/197070/pupils/p1?kind=CONTACT_ATTEMPT",
                "/schools/197070/pupils/p1/contact-attempts/new",
                "/schools/197070/at-risk",
                "/schools/197070/penalty-windows",
                "/schools/197070/punctuality"
            })
    void noPageWeighsOver300Kilobytes(String path) {
        assertThat(weight(Role.HEAD, path)).isBetween(1_000, MOST_BYTES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/audit/amendments?urn=197070",
                "/audit/access?urn=197070",
                "/audit/replay?urn=197070&date=2026-09-10&session=AM&group=4-A",
                "/audit/checkpoints?urn=197070"
            })
    void norAnyOfTheAudit(String path) {
        assertThat(weight(Role.AUDITOR, path)).isBetween(1_000, MOST_BYTES);
    }

    @Test
    void whatIsNotOnThePageOfAChildIsCountedAndOneLinkAway() {
        int found = 0;
        int pages = 0;
        String query = "?kind=CONTACT_ATTEMPT";
        while (query != null) {
            String page = Readers.page(Role.HEAD, "/schools/197070/pupils/p1" + query);
            found += (int) ATTEMPT.matcher(page).results().count();
            pages++;
            String older = first(
                    Pattern.compile(
                            "href=\"(\\?[^\"]*until=[^\"]*)\"[^>]*>Show what was before: (\\d+) more of this year"),
                    page);
            query = older == null ? null : older.replace("&amp;", "&");
        }
        assertThat(found).isEqualTo(attempts);
        assertThat(pages).isBetween(2, 10);
    }

    @Test
    void aWeekThatIsFoldedIsOneLinkAway() {
        String page = Readers.page(Role.HEAD, "/schools/197070/pupils/p1");
        assertThat(page).contains("id=\"week-2027-07-19\">", "Show what was before: ");
        String week = first(Pattern.compile("href=\"(\\?week=[^\"#]+)"), page);
        assertThat(week).isNotNull();
        String unfolded = Readers.page(Role.HEAD, "/schools/197070/pupils/p1" + week.replace("&amp;", "&"));
        assertThat(unfolded).contains("id=\"week-" + week.substring("?week=".length()) + "\" open=\"open\">");
    }

    private static @Nullable String first(Pattern pattern, String page) {
        return pattern.matcher(page)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElse(null);
    }

    private static int weight(Role role, String path) {
        String page = Readers.page(role, path);
        Browser reader = Readers.of(role, "*");
        Set<String> assets = new TreeSet<>(
                ASSET.matcher(page).results().map(found -> found.group(1)).toList());
        assertThat(assets).isNotEmpty();
        return bytes(page)
                + assets.stream()
                        .mapToInt(each -> bytes(reader.get(each).body()))
                        .sum();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
