package uk.muster.command.pupil;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.muster.command.pupil.PupilCommand.CarryForward;
import uk.muster.command.pupil.PupilCommand.PupilStream;
import uk.muster.command.scene.Outcome;
import uk.muster.command.scene.Scene;
import uk.muster.kernel.code.Enrolment;
import uk.muster.kernel.event.MusterEvent;
import uk.muster.kernel.event.PupilEvent.PupilAdmitted;
import uk.muster.kernel.event.PupilEvent.PupilCarriedForward;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.identity.PupilId;

/** Who a pupil is, kept as long as something is kept that was recorded of them (regs 7, 8). */
class CarryingForwardTest {

    private static final AcademicYear ADMITTED = new AcademicYear(2026);
    private static final AcademicYear LATER = new AcademicYear(2031);

    private final Scene scene = Scene.of("hcat").at("2026-09-07T09:00:00Z");
    private final PupilAdmitted admission =
            scene.admission("p1", "3A", LocalDate.parse("2017-11-05"), Enrolment.SINGLE);

    private Outcome when(List<MusterEvent> given, AcademicYear under) {
        PupilStream pupil = new PupilStream(Scene.SCHOOL, admission.pupil());
        return scene.when(PupilAggregate.class, given, new CarryForward(pupil, new PupilId("p1"), under, LATER));
    }

    @Test
    void theSameWordsAreSealedUnderTheLaterKey() {
        PupilCarriedForward carried = when(List.of(admission), ADMITTED).onlyEvent(PupilCarriedForward.class);
        assertThat(scene.open(carried.details())).isEqualTo(scene.open(admission.details()));
        assertThat(scene.open(carried.identity())).isEqualTo(scene.open(admission.identity()));
        assertThat(scene.vault().isUnder(carried.details(), admission.pupil(), LATER))
                .isTrue();
        assertThat(scene.vault().isUnder(carried.contacts(), admission.pupil(), LATER))
                .isTrue();
    }

    @Test
    void whatIsCarriedAlreadyOrLiesElsewhereStays() {
        PupilCarriedForward carried = when(List.of(admission), ADMITTED).onlyEvent(PupilCarriedForward.class);
        when(List.of(admission, carried), ADMITTED).recordsNothing(200);
        when(List.of(admission), new AcademicYear(2028)).recordsNothing(200);
    }
}
