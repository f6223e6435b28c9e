package uk.muster.query.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.muster.query.sheet.SheetScene.PUPILS;
import static uk.muster.query.sheet.SheetScene.URN;
import static uk.muster.query.sheet.SheetScene.sessions;
import static uk.muster.query.sheet.SheetScene.strip;

import com.mongodb.ServerAddress;
import com.mongodb.connection.ClusterId;
import com.mongodb.connection.ServerId;
import com.mongodb.event.ConnectionPoolClearedEvent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import uk.muster.http.problem.ProblemException;
import uk.muster.kernel.figures.Figures;
import uk.muster.kernel.figures.Figures.Frame;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.attendance.AttendancePage;
import uk.muster.query.ingest.Feed.Untold;
import uk.muster.query.school.School;

/** However a sheet came by its facts it is the same, and says what the registers say. */
class SheetsTest {

    private static final String MORNING = URN + "/2026-09-02/AM/4-A";
    private static final String AFTERNOON = URN + "/2026-09-02/PM/4-A";

    @Property(tries = 40)
    void aSheetToldOfBatchesIsTheOneReadAfreshAndCountsAsTheRegistersDo(@ForAll long seed) {
        Random random = new Random(seed);
        try (SheetScene scene = new SheetScene()) {
            for (int batch = 0; batch < 12; batch++) {
                scene.happen(random);
                if (random.nextInt(3) == 0) {
                    scene.sheets.of(URN);
                }
                scene.feed.feed(scene.ledger.events());
            }
            Sheet told = scene.sheets.of(URN);
            Sheet afresh = scene.afresh();
            for (String pupil : PUPILS) {
                assertThat(sessions(strip(told, pupil)))
                        .isEqualTo(sessions(strip(afresh, pupil)))
                        .isEqualTo(scene.attendance(pupil).sessions());
                assertThat(figures(told, pupil)).isEqualTo(figures(scene.attendance(pupil)));
            }
        }
    }

    /** What a list says of a pupil, and what the pupil's own page does. */
    private static List<Object> figures(Sheet sheet, String pupil) {
        School school = sheet.school();
        Frame frame = Frame.on(
                LocalDate.of(2026, 10, 23), school.calendars(), school.policy().bands());
        Figures figures = Figures.of(strip(sheet, pupil), frame);
        return Arrays.asList(
                figures.rate().possible(),
                figures.rate().attended(),
                figures.band() == null ? null : figures.band().id(),
                figures.persistentlyAbsent(),
                figures.severelyAbsent(),
                figures.bandSince(),
                figures.trend());
    }

    private static List<Object> figures(AttendancePage page) {
        return Arrays.asList(
                page.possible(),
                page.attended(),
                page.band(),
                page.persistentlyAbsent(),
                page.severelyAbsent(),
                page.bandSince(),
                page.trend());
    }

    @Test
    void whatIsToldWhileASheetIsReadIsInIt() {
        try (SheetScene scene = new SheetScene()) {
            scene.ledger.take(MORNING, "p1", "N");
            scene.whileItIsRead(() -> scene.feed.feed(scene.ledger.events()));
            assertThat(sessions(strip(scene.sheets.of(URN), "p1"))).hasSize(1);
        }
    }

    /** A sheet that took this from the store would take what follows it in the same batch for known. */
    @Test
    void whatIsWrittenAndNotToldYetIsTakenUpWhenItIsTold() {
        try (SheetScene scene = new SheetScene()) {
            AtomicReference<Untold> untold = new AtomicReference<>(() -> {});
            scene.ledger.take(MORNING, "p1", "N");
            scene.ledger.take(AFTERNOON, "p1", "O");
            scene.whileItIsRead(() -> untold.set(scene.feed.write(scene.ledger.events())));
            Sheet sheet = scene.sheets.of(URN);
            assertThat(sessions(strip(sheet, "p1"))).isEmpty();
            untold.get().tell();
            assertThat(sessions(strip(sheet, "p1"))).hasSize(2);
        }
    }

    @Test
    void aSheetIsKeptUntilNothingIsSureAnyMore() {
        try (SheetScene scene = new SheetScene()) {
            Sheet kept = scene.sheets.of(URN);
            assertThat(scene.sheets.of(URN)).isSameAs(kept);
            scene.interruptions.connectionPoolCleared(new ConnectionPoolClearedEvent(
                    new ServerId(new ClusterId(), new ServerAddress("localhost", 27017))));
            assertThat(scene.sheets.of(URN)).isNotSameAs(kept);
        }
    }

    @Test
    void aSchoolThatAnotherProcessWritesIsReadEachTime() {
        try (SheetScene scene = new SheetScene()) {
            scene.sheets.lost();
            Sheet sheet = scene.sheets.of(URN);
            assertThat(scene.sheets.of(URN)).isNotSameAs(sheet);
            assertThat(sheet.pupils()).hasSize(PUPILS.size());
        }
    }

    @Test
    void anUnknownSchoolHasNoSheet() {
        try (SheetScene scene = new SheetScene()) {
            assertThatThrownBy(() -> scene.sheets.of(new Urn(999999))).isInstanceOf(ProblemException.class);
        }
    }
}
