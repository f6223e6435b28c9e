package uk.muster.query.asof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import uk.muster.http.convention.Times;
import uk.muster.http.identity.Role;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.TestService;
import uk.muster.query.TestService.Answer;
import uk.muster.query.testing.TestLedger;

/**
 * The answer as of an instant is the one that a read model gave at that instant which had seen what was recorded by then and no more, whatever has been
 * recorded since: of every question that may be asked so.
 */
class AsOfPropertiesTest {

    private static final TestService SERVICE = TestService.shared();
    private static final AtomicInteger SCHOOLS = new AtomicInteger(300_000);
    private static final Instant LATER = Instant.parse("2026-10-23T16:00:00Z");
    private static final int THINGS = 14;

    /** What was answered at an instant, by path. */
    private record Answered(Instant at, Map<String, Answer> answers) {}

    @Property(tries = 5)
    void asOfIsWhatWasAnsweredThen(@ForAll long seed) {
        Instant before = SERVICE.ledger.events().isEmpty() ? TestLedger.START : SERVICE.ledger.now();
        Urn urn = new Urn(SCHOOLS.getAndIncrement());
        try {
            DrawnSchool school = new DrawnSchool(SERVICE.ledger, urn, new Random(seed));
            List<Answered> answered = Stream.generate(() -> {
                        school.happen();
                        return ask(urn);
                    })
                    .limit(THINGS)
                    .toList();
            SERVICE.clock(LATER.toString());
            answered.forEach(AsOfPropertiesTest::holdsStill);
        } finally {
            SERVICE.clock(LATER.toString());
            SERVICE.ledger.at(before.plusSeconds(1));
        }
    }

    private static Answered ask(Urn urn) {
        Instant now = SERVICE.ledger.now();
        SERVICE.clock(now.toString());
        Map<String, Answer> answers = new LinkedHashMap<>();
        questions(urn).forEach(path -> answers.put(path, SERVICE.get(Role.HEAD, path)));
        return new Answered(now, answers);
    }

    private static void holdsStill(Answered then) {
        then.answers().forEach((path, answer) -> {
            String asOf = path + (path.contains("?") ? "&" : "?") + "asOf=" + Times.print(then.at());
            Answer now = SERVICE.get(Role.HEAD, asOf);
            assertThat(now.status()).as(asOf).isEqualTo(answer.status());
            assertThat(now.body()).as(asOf).isEqualTo(answer.body());
        });
    }

    private static List<String> questions(Urn urn) {
        String school = "/api/v1/schools/" + urn;
        Stream<String> ofPupils = DrawnSchool.PUPILS.stream()
                .map(pupil -> school + "/pupils/" + pupil)
                .flatMap(pupil -> Stream.of(
                        pupil + "/attendance",
                        pupil + "/chronology",
                        pupil + "/chronology?from=2026-09-14&to=2026-10-02",
                        pupil + "/penalty-windows"));
        Stream<String> ofSchool = Stream.of(
                        "/groups/4-A/registers?from=2026-09-01&to=2026-10-23",
                        "/groups/4-B/registers?from=2026-09-01&to=2026-10-23",
                        "/at-risk",
                        "/at-risk?sort=name&flag=EAL",
                        "/punctuality",
                        "/rewards",
                        "/rewards?from=2026-09-01",
                        "/penalty-windows?minSessions=0",
                        "/penalty-windows?on=2026-10-09",
                        "/tasks",
                        "/tasks?status=OPEN&limit=1")
                .map(school::concat);
        Stream<String> ofTrusts = DrawnSchool.trusts(urn).stream()
                .map(trust -> "/api/v1/trusts/" + trust)
                .flatMap(trust -> Stream.of(trust + "/at-risk", trust + "/penalty-windows"));
        return Stream.of(ofPupils, ofSchool, ofTrusts).flatMap(each -> each).toList();
    }
}
