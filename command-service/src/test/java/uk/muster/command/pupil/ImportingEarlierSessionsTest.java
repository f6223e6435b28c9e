package uk.muster.command.pupil;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.muster.command.scene.Outcome;
import uk.muster.command.scene.Scene;
import uk.muster.kernel.event.PupilEvent.EarlierSession;
import uk.muster.kernel.event.PupilEvent.EarlierSessionsImported;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;

/** {@code PUT .../pupils/{pupilId}/earlier-sessions}: what a joiner brings, so that windows span settings (CS-33). */
class ImportingEarlierSessionsTest {

    private static final String O_ON_30_JUNE = session("2026-06-30", "AM", "O");
    private static final String O_ON_1_JULY = session("2026-07-01", "PM", "O");

    private final PupilScene pupil = PupilScene.of("clore-shalom").admitted();

    @Test
    void sessionsAreKeptInTheirOrder() {
        Outcome outcome = pupil.bring(O_ON_1_JULY + "," + O_ON_30_JUNE).isAnswered(201);
        EarlierSessionsImported imported = outcome.onlyEvent(EarlierSessionsImported.class);
        assertThat(imported.sessions())
                .containsExactly(
                        new EarlierSession(new SessionKey(LocalDate.parse("2026-06-30"), SessionHalf.AM), "O"),
                        new EarlierSession(new SessionKey(LocalDate.parse("2026-07-01"), SessionHalf.PM), "O"));
        assertThat(pupil.scene.open(imported.school())).isEqualTo("Fern Hill");
        assertThat(pupil.scene.person(imported.author())).isEqualTo(Scene.HEAD);
        assertThat(outcome.body("id")).isEqualTo("900001/p1");
    }

    @Test
    void theSameSessionsAgainInAnyOrderRecordNothing() {
        pupil.brought(O_ON_30_JUNE + "," + O_ON_1_JULY)
                .bring(O_ON_1_JULY + "," + O_ON_30_JUNE)
                .recordsNothing(200);
    }

    @Test
    void aLaterImportTakesThePlaceOfTheEarlierOne() {
        pupil.brought(O_ON_30_JUNE);
        assertThat(pupil.bring(O_ON_1_JULY)
                        .isAnswered(200)
                        .onlyEvent(EarlierSessionsImported.class)
                        .sessions())
                .hasSize(1);
    }

    @Test
    void theSameSessionsFromAnotherSchoolAreAChange() {
        pupil.brought(O_ON_30_JUNE).bring("Oak Bank", O_ON_30_JUNE).onlyEvent(EarlierSessionsImported.class);
    }

    @Test
    void aSessionNamedTwiceIsRefused() {
        pupil.bring(O_ON_30_JUNE + "," + O_ON_30_JUNE).breaksRules("/sessions/1");
    }

    @Test
    void aSessionFromTheStartingDayOnIsRefused() {
        pupil.bring(session("2026-08-31", "AM", "/")).isAnswered(201);
        pupil.bring(session("2026-09-01", "AM", "/")).breaksRules("/sessions/0/date");
    }

    @Test
    void sessionsBetweenTwoSpellsHereAreFromBefore() {
        pupil.removed("2026-09-04").admitted(body -> body.put("admittedOn", "2026-11-02"));
        pupil.bring(session("2026-10-01", "AM", "O")).isAnswered(201);
        pupil.bring(session("2026-09-03", "AM", "O")).breaksRules("/sessions/0/date");
        pupil.bring(session("2026-11-02", "AM", "O")).breaksRules("/sessions/0/date");
    }

    @ParameterizedTest
    @ValueSource(strings = {"QQ", "Z", "#", "J", "\\\\"})
    void aCodeThatNoSessionOfThatDayCouldHoldIsRefused(String code) {
        pupil.bring(session("2026-06-30", "AM", code)).breaksRules("/sessions/0/code");
    }

    @Test
    void aCodeThatWasInForceThenIsTaken() {
        // J became J1 in August 2024.
        pupil.bring(session("2024-06-28", "AM", "J")).isAnswered(201);
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        pupil.bring(session("2026-09-30", "AM", "QQ") + "," + session("2026-06-30", "AM", "Z"))
                .breaksRules("/sessions/0/date", "/sessions/0/code", "/sessions/1/code");
    }

    private static String session(String date, String half, String code) {
        return "{\"date\":\"%s\",\"session\":\"%s\",\"code\":\"%s\"}".formatted(date, half, code);
    }
}
