package uk.muster.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.muster.command.api.RunningCommandService.Reply;
import uk.muster.command.clock.FallingDue;
import uk.muster.command.ledger.LedgerReader;
import uk.muster.command.roll.RollBook;
import uk.muster.kernel.absence.AbsenceEntryId;
import uk.muster.kernel.event.AbsenceEvent;
import uk.muster.kernel.event.EventTypes;
import uk.muster.kernel.event.FollowUpEvent.FollowUpCancelled;
import uk.muster.kernel.event.FollowUpEvent.FollowUpDue;
import uk.muster.kernel.event.ThresholdEvent.CountedSession;
import uk.muster.kernel.event.ThresholdEvent.ThresholdMet;
import uk.muster.kernel.event.ThresholdEvent.ThresholdRetracted;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;

/** Unauthorised absence that adds up in the running service, on a Friday of a trial. */
class ThresholdsOverHttpTest {

    private static final String OKAFOR = "{\"id\":\"t-1\",\"name\":\"R. Okafor\",\"position\":\"Attendance officer\"}";
    private static final String TODAY = "2025-09-19";

    @TempDir
    static Path folder;

    private static RunningCommandService service;
    private static String mis;
    private static String officer;

    @BeforeAll
    static void start() {
        service = RunningCommandService.start(folder, Map.of("muster.clock.start", TODAY + "T10:00:00+01:00"));
        mis = service.token("mis-integration", "*");
        officer = service.token("attendance-officer", "*");
        school("900014", "hcat");
        school("900015", "clore-shalom");
        school("900016", "ipat");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void tenSessionsHaveAPenaltyConsideredUntilAnAmendmentTakesTheirBasis() throws Exception {
        admit("900014", "p1", 1, "2017-11-05");
        for (int day = 8; day <= 11; day++) {
            mark("900014", "p1", LocalDate.of(2025, 9, day), "O", "O");
        }
        take("900014", "p1", LocalDate.of(2025, 9, 12), "AM", "U");
        take("900014", "p1", LocalDate.parse(TODAY), "AM", "N");
        List<AbsenceEvent> facts = facts("900014", "p1");
        assertThat(facts)
                .filteredOn(ThresholdMet.class::isInstance)
                .extracting(event -> ((ThresholdMet) event).windowId())
                .containsExactly("national");
        FollowUpDue consider = due(facts, "penalty-consider");
        assertThat(consider.date()).isEqualTo(TODAY);
        accepted(service.post(
                officer,
                "/schools/900014/registers/" + TODAY + "/AM/Gp1/amendments",
                "{\"pupilId\":\"p1\",\"amendedCode\":\"I\",\"reason\":\"Her father rang.\",\"author\":" + OKAFOR
                        + "}"));
        List<AbsenceEvent> after = facts("900014", "p1");
        assertThat(after)
                .filteredOn(ThresholdRetracted.class::isInstance)
                .singleElement()
                .satisfies(
                        event -> assertThat(((ThresholdRetracted) event).gone()).hasSize(1));
        assertThat(after)
                .filteredOn(FollowUpCancelled.class::isInstance)
                .extracting(AbsenceEvent::entryId)
                .contains(consider.entryId());
        assertThat(due(after, "penalty-review").dueAt()).isAfter(consider.raisedAt());
        assertThat(service.post(
                                service.token("head", "900014"),
                                "/tasks/" + new AbsenceEntryId(consider.pupil(), consider.entryId()) + "/decisions",
                                "{\"decision\":\"DONE\",\"reason\":\"Considered.\",\"author\":" + OKAFOR + "}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aJoinersImportedSessionsCountAndThoseOfAnotherSchoolWithTheSameUpn() throws Exception {
        admit("900016", "q2", 2, "2017-11-05");
        mark("900016", "q2", LocalDate.of(2025, 9, 8), "G", "G");
        admit("900015", "p2", 2, "2017-11-05");
        mark("900015", "p2", LocalDate.of(2025, 9, 15), "O", "O");
        assertThat(facts("900015", "p2")).isEmpty();
        accepted(service.put(mis, "/schools/900015/pupils/p2/earlier-sessions", """
                {"school":"Beech Road","author":%s,"sessions":[
                 {"date":"2025-07-14","session":"AM","code":"O"},{"date":"2025-07-14","session":"PM","code":"O"},
                 {"date":"2025-07-15","session":"AM","code":"/"},{"date":"2025-07-16","session":"AM","code":"G"}]}
                """.formatted(OKAFOR)));
        List<AbsenceEvent> facts = facts("900015", "p2");
        assertThat(due(facts, "penalty-warning").actions()).containsExactly("warning_email");
        assertThat(facts)
                .filteredOn(ThresholdMet.class::isInstance)
                .singleElement()
                .satisfies(event -> assertThat(((ThresholdMet) event).sessions())
                        .extracting(CountedSession::urn)
                        .containsExactly(null, null, null, new Urn(900016), new Urn(900016), new Urn(900015)));
    }

    @Test
    void marksThatNobodyLooksAtOtherwiseAreCountedAllTheSame() throws Exception {
        // HCAT-17: five in a half term. Lateness opens no case by itself.
        admit("900014", "p4", 4, "2017-11-05");
        for (int day = 15; day <= 18; day++) {
            take("900014", "p4", LocalDate.of(2025, 9, day), "AM", "U");
        }
        assertThat(facts("900014", "p4")).noneMatch(ThresholdMet.class::isInstance);
        take("900014", "p4", LocalDate.parse(TODAY), "AM", "U");
        assertThat(due(facts("900014", "p4"), "penalty-warning").actions()).containsExactly("u_warning_letter");
        // CS-34: one here, after five at a school that keeps its registers here too
        admit("900016", "q5", 5, "2017-11-05");
        mark("900016", "q5", LocalDate.of(2025, 9, 8), "G", "G");
        mark("900016", "q5", LocalDate.of(2025, 9, 9), "G", "G");
        take("900016", "q5", LocalDate.of(2025, 9, 10), "AM", "G");
        admit("900015", "p5", 5, "2017-11-05");
        take("900015", "p5", LocalDate.parse(TODAY), "AM", "O");
        assertThat(due(facts("900015", "p5"), "penalty-warning").date()).isEqualTo(TODAY);
    }

    @Test
    void ofAChildOfFourNothingIsConsidered() throws Exception {
        admit("900014", "p3", 3, "2021-03-01");
        for (int day = 8; day <= 12; day++) {
            mark("900014", "p3", LocalDate.of(2025, 9, day), "O", "O");
        }
        take("900014", "p3", LocalDate.parse(TODAY), "AM", "N");
        assertThat(facts("900014", "p3")).isNotEmpty().noneMatch(ThresholdMet.class::isInstance);
    }

    private static void school(String urn, String profile) {
        accepted(service.put(mis, "/schools/" + urn, """
                {"name":"Ash Green","laCode":"810","phase":"PRIMARY","policyProfile":"%s","policyOverlay":{
                 "sessions":{"am":{"arrival_due":"08:45","register_open_from":"08:45","late_from":"08:50","register_closes":"09:15"},
                             "pm":{"start":"13:00","register_closes":"13:20"}},
                 "contacts":[{"role":"attendance","name":"M. Invented"}]}}
                """.formatted(profile)));
        accepted(service.put(mis, "/schools/" + urn + "/calendars/2025-26", """
                {"terms":[{"name":"Autumn 1","from":"2025-09-03","to":"2025-10-24"}],"closures":[]}
                """));
    }

    private static void admit(String urn, String pupil, int serial, String born) {
        accepted(service.put(mis, "/schools/" + urn + "/pupils/" + pupil, """
                {"upn":"%s","forename":"Robin","surname":"Example","dateOfBirth":"%s","yearGroup":"3","group":"G%s",
                 "admittedOn":"2025-09-01","flags":[],"contacts":[]}
                """.formatted(upn(serial), born, pupil)));
    }

    private static void mark(String urn, String pupil, LocalDate date, String am, String pm) {
        take(urn, pupil, date, "AM", am);
        take(urn, pupil, date, "PM", pm);
    }

    private static void take(String urn, String pupil, LocalDate date, String half, String code) {
        accepted(service.put(mis, "/schools/%s/registers/%s/%s/G%s".formatted(urn, date, half, pupil), """
                {"takenAt":"%sT%s:05:00+01:00","takenBy":%s,"marks":[{"pupilId":"%s","code":"%s","minutesLate":%s}]}
                """.formatted(
                        date, half.equals("AM") ? "09" : "13", OKAFOR, pupil, code, code.equals("U") ? "40" : "null")));
    }

    private static FollowUpDue due(List<AbsenceEvent> facts, String step) {
        return facts.stream()
                .filter(FollowUpDue.class::isInstance)
                .map(FollowUpDue.class::cast)
                .filter(event -> event.step().equals(step))
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    /** The facts of a pupil's absence, once all that follows is recorded. */
    private static List<AbsenceEvent> facts(String urn, String pupil) throws InterruptedException {
        assertThat(service.context().getBean(FallingDue.class).await(Duration.ofSeconds(30)))
                .isTrue();
        PupilNumber number = service.context()
                .getBean(RollBook.class)
                .of(Urn.parse(urn))
                .find(new PupilId(pupil))
                .orElseThrow()
                .number();
        return service.context().getBean(LedgerReader.class).after(0, 10_000).stream()
                .map(stored -> EventTypes.read(stored.type(), stored.payload()))
                .filter(AbsenceEvent.class::isInstance)
                .map(AbsenceEvent.class::cast)
                .filter(event -> event.pupil().equals(number))
                .toList();
    }

    private static void accepted(Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isIn(200, 201);
    }

    /** A UPN with the right check letter. */
    private static String upn(int serial) {
        String rest = "810999927%03d".formatted(serial);
        int sum = 0;
        for (int i = 0; i < rest.length(); i++) {
            sum += (rest.charAt(i) - '0') * (i + 2);
        }
        return "ABCDEFGHJKLMNPQRTUVWXYZ".charAt(sum % 23) + rest;
    }
}
