package uk.muster.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.muster.acceptance.Bodies.OKAFOR;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import uk.muster.acceptance.Client.Reply;
import uk.muster.kernel.calendar.London;
import uk.muster.standalone.Options;
import uk.muster.standalone.Standalone;

/**
 * Four schools, one of each policy, over twelve school days and a half term: a child of each is away, nobody knows why and nobody answers. Each
 * step is found on the day on which the policy puts it, and nothing that isn't there.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwelveDaysOfSilenceTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-10-15");
    private static final int DAYS = 12;
    private static final Map<String, String> SCHOOLS =
            new TreeMap<>(Map.of("hcat", "912401", "kts", "912402", "clore-shalom", "912403", "ipat", "912404"));

    /**
     * GV-3, and beside it what counts by itself: the authority on day 10, the reason of each N after five days, and a penalty to be considered with the
     * tenth session, for an N counts towards it while it lasts.
     */
    private static final Map<String, Map<Integer, List<String>>> STEPS = Map.of(
            "hcat",
            Map.of(
                    1, List.of("d1-call", "d1-visit", "reason-deadline"),
                    2, List.of("d2-visit", "daily-contact", "reason-deadline"),
                    3, List.of("daily-contact", "reason-deadline"),
                    4, List.of("d4-visit", "daily-contact", "reason-deadline"),
                    5, List.of("daily-contact", "penalty-consider", "reason-deadline"),
                    9, List.of("daily-contact"),
                    10, List.of("d10-cme", "daily-contact", "la-unauthorised"),
                    12, List.of("daily-contact")),
            "kts",
            Map.of(
                    1, List.of("d1-call", "d1-visit"),
                    2, List.of("d2-ewo", "daily-contact"),
                    3, List.of("daily-contact", "reason-deadline"),
                    10, List.of("daily-contact", "la-unauthorised")),
            "clore-shalom",
            Map.of(
                    1, List.of("d1-contact", "d1-fallback", "d1-visit"),
                    2, List.of("daily-contact"),
                    5, List.of("daily-contact", "penalty-consider"),
                    10, List.of("d10-la", "daily-contact", "la-unauthorised"),
                    11, List.of("daily-contact")),
            "ipat",
            Map.of(
                    1, List.of("d1-agencies", "d1-contact", "d1-dsl", "d1-risk", "d1-visit-v"),
                    2, List.of("d2-escalate", "daily-contact"),
                    3, List.of("daily-contact"),
                    5, List.of("d5-cme", "d5-formal", "daily-contact", "penalty-consider"),
                    10, List.of("daily-contact", "la-unauthorised")));

    private Standalone muster;
    private Client admin;
    private Client lead;
    private final List<LocalDate> days = schoolDays();

    @BeforeAll
    void live(@TempDir Path data) throws IOException {
        muster = Standalone.start(
                data,
                Options.onFreePorts()
                        .withClock(FIRST.atTime(8, 0).atZone(London.ZONE).toInstant()));
        admin = Client.of(muster, "admin", "*");
        lead = Client.of(muster, "safeguarding-lead", "*");
        SCHOOLS.forEach((profile, urn) -> {
            // hcat names nobody in whose name an N could become O, the others do.
            String officer = profile.equals("hcat")
                    ? ""
                    : "\"register\":{\"responsible_officer\":{\"id\":\"h-1\",\"name\":\"M. Invented\",\"position\":\"Head teacher\"}},";
            recorded(lead.put("/schools/" + urn, Bodies.school(profile, officer)));
            recorded(lead.put("/schools/" + urn + "/calendars/2026-27", Bodies.autumn2026()));
            recorded(lead.put("/schools/" + urn + "/pupils/p1", Bodies.pupil(Bodies.upn(1), "3A")));
            recorded(lead.put("/schools/" + urn + "/pupils/p2", Bodies.pupil(Bodies.upn(2), "3A")));
        });
        for (LocalDate day : days) {
            clock(day, "09:05");
            take(day, "AM", "/");
            clock(day, "11:00");
            if (day.equals(FIRST)) {
                recorded(lead.post(
                        "/schools/912404/pupils/p1/risk-assessments", """
                        {"at":"%s","factors":[{"id":"age","answer":"8"},{"id":"vulnerability","answer":"none"},
                         {"id":"previous_patterns","answer":"none"}],"concernRemains":true,"author":%s}
                        """.formatted(instant(day, "11:00"), OKAFOR)));
            }
            clock(day, "13:05");
            take(day, "PM", "\\");
            clock(day, "18:00");
        }
    }

    @AfterAll
    void stop() {
        muster.close();
    }

    @Test
    void eachStepIsOnTheDayOnWhichThePolicyPutsIt() {
        STEPS.forEach((profile, expected) -> {
            Map<LocalDate, List<String>> found = new TreeMap<>();
            for (JsonNode task : tasks(SCHOOLS.get(profile), "")) {
                assertThat(task.get("pupilId").asString()).isEqualTo("p1");
                found.computeIfAbsent(LocalDate.parse(task.get("date").asString()), _ -> new ArrayList<>())
                        .add(task.get("step").asString());
            }
            found.values().forEach(steps -> steps.sort(null));
            expected.forEach((day, steps) -> assertThat(found.get(days.get(day - 1)))
                    .as(profile + ", day " + day)
                    .isEqualTo(steps));
            assertThat(found.keySet()).as(profile).isSubsetOf(days);
        });
    }

    @Test
    void theChronologyTellsItInOrder() {
        for (String urn : SCHOOLS.values()) {
            JsonNode items = lead.get("/schools/" + urn + "/pupils/p1/chronology?kinds=TASK&limit=1000")
                    .json()
                    .get("items");
            assertThat(items.size()).isEqualTo(tasks(urn, "").size());
            Instant later = Instant.MAX;
            for (JsonNode item : items) {
                Instant at = Instant.parse(item.get("at").asString());
                assertThat(at).isBeforeOrEqualTo(later);
                assertThat(item.get("data").get("step").asString()).isNotBlank();
                later = at;
            }
        }
        // The first day of hcat, to the minute.
        JsonNode first = tasks("912401", "").get(0);
        assertThat(first.get("step").asString()).isEqualTo("d1-call");
        assertThat(Instant.parse(first.get("raisedAt").asString()))
                .isBetween(instant(FIRST, "09:10"), instant(FIRST, "09:11"));
        assertThat(Instant.parse(first.get("dueAt").asString())).isEqualTo(instant(FIRST, "09:40"));
        assertThat(first.get("overdue").asBoolean()).isTrue();
    }

    @Test
    void anNBecomesOInTheOfficersNameAndWithoutOneStays() {
        String register = "/registers/" + FIRST + "/AM/3A";
        JsonNode kts = lead.get("/schools/912402" + register).json().at("/marks/0");
        assertThat(kts.get("code").asString()).isEqualTo("O");
        assertThat(kts.at("/amendments/0/author/name").asString()).isEqualTo("M. Invented");
        // The fifth school day after Thursday 15 October is Thursday 22: the end of it is the 23rd, 00:00.
        assertThat(Instant.parse(kts.at("/amendments/0/amendedAt").asString()))
                .isBetween(
                        instant(LocalDate.parse("2026-10-23"), "00:00"),
                        instant(LocalDate.parse("2026-10-23"), "00:01"));
        assertThat(lead.get("/schools/912401" + register)
                        .json()
                        .at("/marks/0/code")
                        .asString())
                .isEqualTo("N");
    }

    @Test
    void aChildWhoIsInSchoolHasNothingDue() {
        for (String urn : SCHOOLS.values()) {
            assertThat(lead.get("/schools/" + urn + "/pupils/p2/chronology?kinds=TASK,NOTIFICATION")
                            .json()
                            .get("items"))
                    .isEmpty();
        }
    }

    private JsonNode tasks(String urn, String query) {
        Reply tasks = lead.get("/schools/" + urn + "/tasks?limit=1000" + query);
        assertThat(tasks.status()).as(tasks.toString()).isEqualTo(200);
        return tasks.json().get("items");
    }

    private void take(LocalDate day, String half, String present) {
        SCHOOLS.values()
                .forEach(urn -> recorded(lead.put(
                        "/schools/" + urn + "/registers/" + day + "/" + half + "/3A",
                        Bodies.register(
                                instant(day, half.equals("AM") ? "09:00" : "13:02")
                                        .toString(),
                                List.of(Bodies.mark("p1", "N"), Bodies.mark("p2", present))))));
    }

    private void clock(LocalDate day, String time) {
        Reply moved = admin.post("/dev/clock", "{\"advanceTo\":\"" + instant(day, time) + "\"}");
        assertThat(moved.status()).as(moved.toString()).isEqualTo(200);
    }

    private static Instant instant(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).atZone(London.ZONE).toInstant();
    }

    private static Reply recorded(Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isIn(200, 201);
        return reply;
    }

    /** From Thursday before the half term; the holiday is the last week of October. */
    private static List<LocalDate> schoolDays() {
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = FIRST; days.size() < DAYS; day = day.plusDays(1)) {
            boolean holiday =
                    !day.isBefore(LocalDate.parse("2026-10-24")) && day.isBefore(LocalDate.parse("2026-11-02"));
            if (day.getDayOfWeek().getValue() <= 5 && !holiday) {
                days.add(day);
            }
        }
        return days;
    }
}
