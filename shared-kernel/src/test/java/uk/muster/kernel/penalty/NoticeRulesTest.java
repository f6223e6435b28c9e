package uk.muster.kernel.penalty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.muster.kernel.calendar.SchoolCalendar;
import uk.muster.kernel.calendar.SchoolCalendars;
import uk.muster.kernel.calendar.Term;
import uk.muster.kernel.code.CompulsoryAge;
import uk.muster.kernel.event.PenaltyEvent.NoticeKind;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.policy.NoticePolicy;
import uk.muster.kernel.policy.NoticePolicy.Issuer;
import uk.muster.kernel.policy.SchoolOverlays;

/** Whether a notice may be issued, rule by rule. Today is Friday 4 December 2026. */
class NoticeRulesTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-12-04");
    private static final CompulsoryAge AGE = CompulsoryAge.from(LocalDate.parse("2016-05-05"));
    private static final SchoolCalendars CALENDARS = SchoolCalendars.of(
            List.of(new SchoolCalendar(
                    AcademicYear.parse("2026-27"),
                    List.of(
                            new Term("Autumn 1", LocalDate.parse("2026-09-01"), LocalDate.parse("2026-10-23")),
                            new Term("Autumn 2", LocalDate.parse("2026-11-02"), LocalDate.parse("2026-12-18"))),
                    List.of())),
            List.of());

    private final NavigableMap<SessionKey, String> codes = new TreeMap<>();
    private NoticeKind kind = NoticeKind.NATIONAL;
    private LocalDate issuedOn = TODAY;
    private Issuer issuer = Issuer.HEAD;
    private @Nullable LocalDate offenceOn;
    private @Nullable LocalDate receivedOn;
    private boolean laChecked = true;
    private boolean supportRecorded = true;
    private List<String> considered = List.of("threshold_met", "best_tool", "alternative_support", "equality_act");
    private CompulsoryAge age = AGE;
    private List<LocalDate> earlier = List.of();

    private List<NoticeFault> faults(String profile) {
        NoticePolicy policy = SchoolOverlays.activated(profile).notices();
        return new NoticeRules(
                        policy,
                        TODAY,
                        age,
                        new NoticeLimit(policy.limitNotices(), policy.limitYears(), earlier),
                        new NoticeMarks(CALENDARS, codes))
                .faults(new NoticeProposal(
                        kind, issuedOn, issuer, offenceOn, receivedOn, laChecked, supportRecorded, considered));
    }

    private List<String> pointers(String profile) {
        return faults(profile).stream().map(NoticeFault::pointer).toList();
    }

    @Test
    void aNoticeThatAllIsSaidForMayBeIssued() {
        assertThat(pointers("kts")).isEmpty();
    }

    /** KTS-61, HCAT-84, CS-36; IPAT is silent and inherits the local authority alone. */
    @ParameterizedTest
    @CsvSource({
        "kts, HEAD, true",
        "kts, LA, true",
        "kts, POLICE, true",
        "hcat, HEAD, false",
        "hcat, LA, true",
        "hcat, POLICE, false",
        "clore-shalom, HEAD, false",
        "clore-shalom, LA, true",
        "ipat, HEAD, false",
        "ipat, LA, true"
    })
    void thePolicySaysWhoIssues(String profile, Issuer who, boolean allowed) {
        issuer = who;
        assertThat(pointers(profile).contains("/issuer")).isEqualTo(!allowed);
    }

    /** G-11, HCAT-08: first and last day of compulsory school age. */
    @ParameterizedTest
    @CsvSource({
        "2021-11-05, 2026-12-04, false",
        "2021-08-31, 2026-09-01, true",
        "2021-08-31, 2026-08-30, false",
        "2010-05-05, 2026-06-26, true",
        "2010-05-05, 2026-06-27, false"
    })
    void onlyForAChildOfCompulsorySchoolAge(LocalDate born, LocalDate on, boolean allowed) {
        age = CompulsoryAge.from(born);
        issuedOn = on;
        assertThat(pointers("kts")).isEqualTo(allowed ? List.of() : List.of("/issuedOn"));
    }

    /** KTS-68 and CS-36 differ in what is left; HCAT-X16: the third is refused. */
    @ParameterizedTest
    @CsvSource({
        "kts, Take other action.",
        "hcat, The local authority considers prosecution.",
        "clore-shalom, The local authority considers prosecution."
    })
    void aThirdInThreeYearsIsRefusedAndTheMessageSaysWhatIsLeft(String profile, String instead) {
        earlier = List.of(LocalDate.parse("2025-01-10"), LocalDate.parse("2026-01-10"));
        assertThat(faults(profile)).anySatisfy(fault -> {
            assertThat(fault.pointer()).isEqualTo("/parentId");
            assertThat(fault.message())
                    .contains("2 notices", "3 years", "from 2028-01-10")
                    .endsWith(instead);
        });
    }

    @Test
    void aDayThatThePolicyHasNoTariffForIsRefused() {
        // The rows of KTS begin with the national framework.
        issuedOn = LocalDate.parse("2024-08-18");
        assertThat(pointers("kts")).containsExactly("/issuedOn");
    }

    @Test
    void daysOfTheFutureAndReceivedBeforeIssuedAreRefused() {
        issuedOn = TODAY.plusDays(2);
        receivedOn = TODAY.plusDays(1);
        assertThat(pointers("kts")).containsExactly("/issuedOn", "/receivedOn", "/receivedOn");
    }

    /** KTS-62: the local authority need not ask itself; others have no such rule. */
    @ParameterizedTest
    @CsvSource({"kts, HEAD, true", "kts, POLICE, true", "kts, LA, false", "hcat, LA, false"})
    void theLocalAuthorityIsAskedFirst(String profile, Issuer who, boolean wanted) {
        issuer = who;
        laChecked = false;
        assertThat(pointers(profile).contains("/laCheckRef")).isEqualTo(wanted);
    }

    /** KTS-63 has four considerations, HCAT-70 one, IPAT-45 three, Clore Shalom none. */
    @ParameterizedTest
    @CsvSource({"kts, 4", "hcat, 1", "ipat, 3", "clore-shalom, 0"})
    void everyConsiderationOfThePolicyIsAnswered(String profile, int count) {
        considered = List.of();
        assertThat(pointers(profile).stream().filter("/considerations"::equals)).hasSize(count);
    }

    @Test
    void aConsiderationIsAnsweredOnceAndIsOneOfThePolicys() {
        considered = List.of("threshold_met", "best_tool", "best_tool", "own", "alternative_support", "equality_act");
        assertThat(pointers("kts")).containsExactly("/considerations/2/id", "/considerations/3/id");
        issuer = Issuer.LA;
        considered = List.of("own");
        assertThat(pointers("clore-shalom")).isEmpty();
    }

    /** HCAT-70, KTS-60, CS-31, IPAT-45; the gate is open for a holiday in term (IPAT-X03). */
    @ParameterizedTest
    @CsvSource({
        "'', false",
        "10 G, true",
        "10 G 1 U, true",
        "9 G, true",
        "9 G 1 U, false",
        "4 G 6 U, false",
        "10 O, false",
        "10 U, false",
        "10 G 9 I, true",
        "9 G 1 N, false"
    })
    void supportIsOfferedFirstUnlessForAHolidayInTerm(String marks, boolean open) {
        marked(LocalDate.parse("2026-11-02"), marks);
        supportRecorded = false;
        for (String profile : List.of("hcat", "kts", "clore-shalom", "ipat")) {
            assertThat(pointers(profile).contains("/supportRecorded"))
                    .as(profile)
                    .isEqualTo(!open);
        }
        supportRecorded = true;
        assertThat(pointers("kts")).isEmpty();
    }

    /** The tenth school week back from 4 December begins on 21 September: the week of the half term is none. */
    @ParameterizedTest
    @CsvSource({"2026-09-18, false", "2026-09-21, true"})
    void theGateLooksAtTenSchoolWeeks(LocalDate from, boolean open) {
        marked(from, "2 G");
        supportRecorded = false;
        assertThat(pointers("kts").isEmpty()).isEqualTo(open);
    }

    /** KTS-69: the first five school days of a suspension. */
    @ParameterizedTest
    @CsvSource({"2026-11-11, 0", "2026-11-12, 1", "2026-11-18, 5", "2026-11-19, 6", "2026-11-20, 0"})
    void aNoticeForAPublicPlaceIsForTheFirstFiveDaysOfASuspension(LocalDate offence, int day) {
        suspended("2026-11-12", "2026-11-19");
        kind = NoticeKind.PUBLIC_PLACE;
        offenceOn = offence;
        supportRecorded = false;
        considered = List.of();
        earlier = List.of(LocalDate.parse("2025-01-10"), LocalDate.parse("2026-01-10"));
        assertThat(new NoticeMarks(CALENDARS, codes).dayOfSuspension(offence)).isEqualTo(day);
        assertThat(pointers("kts")).isEqualTo(day >= 1 && day <= 5 ? List.of() : List.of("/offenceOn"));
    }

    @Test
    void withoutAnotherDayAPublicPlaceIsOfTheDayOfIssue() {
        kind = NoticeKind.PUBLIC_PLACE;
        assertThat(pointers("kts")).containsExactly("/issuedOn");
        suspended("2026-12-04", "2026-12-04");
        assertThat(pointers("kts")).isEmpty();
        offenceOn = TODAY.plusDays(3);
        assertThat(pointers("kts")).containsExactly("/offenceOn", "/offenceOn");
        issuer = Issuer.LA;
        assertThat(pointers("hcat")).containsExactly("/kind");
    }

    private void suspended(String from, String to) {
        CALENDARS
                .schoolDays(LocalDate.parse(from), LocalDate.parse(to))
                .forEach(day -> codes.put(new SessionKey(day, SessionHalf.PM), "E"));
    }

    /** So many sessions of each code one after another. */
    private void marked(LocalDate from, String marks) {
        List<SessionKey> sessions = CALENDARS.sessions(from, TODAY);
        String[] words = marks.isEmpty() ? new String[0] : marks.split(" ");
        int next = 0;
        for (int i = 0; i < words.length; i += 2) {
            for (int n = 0; n < Integer.parseInt(words[i]); n++) {
                codes.put(sessions.get(next++), words[i + 1]);
            }
        }
    }
}
