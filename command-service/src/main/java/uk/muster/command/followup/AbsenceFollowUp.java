package uk.muster.command.followup;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.jspecify.annotations.Nullable;
import uk.muster.command.absence.AbsenceCommand.AbsenceStream;
import uk.muster.command.absence.LookAgain.Look;
import uk.muster.kernel.event.AbsenceEvent;
import uk.muster.kernel.event.FollowUpEvent.UnexplainedAbsenceEnded;
import uk.muster.kernel.event.FollowUpEvent.UnexplainedAbsenceOpened;
import uk.muster.kernel.event.PenaltyEvent;
import uk.muster.kernel.event.PupilEvent.PupilRemovedFromRoll;
import uk.muster.kernel.event.PupilEvent.VulnerabilityFlagsChanged;
import uk.muster.kernel.event.SchoolEvent.CalendarPublished;
import uk.muster.kernel.event.SchoolEvent.PolicyProfileActivated;
import uk.muster.kernel.event.SchoolEvent.UnplannedClosureDeclared;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;

/**
 * The saga of a pupil's unexplained absence: first-day response, prolonged absence, the deadline of each reason, and the clocks of notices. It keeps
 * time and decides nothing: at each instant at which something may fall due it has the absence looked at, and what is due is found and recorded by
 * the aggregate. It lasts from the first {@code N}, or from a notice to a parent, until no case is open, no reason is wanting and no clock of a
 * notice runs.
 */
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE)
public class AbsenceFollowUp {

    static final String DEADLINE = "follow-up";

    private static final String PUPIL = "pupil";
    private static final String SCHOOL = "urn";

    private @Nullable String stream;
    private @Nullable Instant nextAt;
    private @Nullable String deadline;

    @StartSaga
    @SagaEventHandler(associationProperty = PUPIL)
    void on(UnexplainedAbsenceOpened event, DeadlineManager deadlines) {
        begin(event);
        goOn(Optional.ofNullable(event.nextAt()), deadlines);
    }

    @SagaEventHandler(associationProperty = PUPIL)
    void on(UnexplainedAbsenceEnded event, DeadlineManager deadlines) {
        goOn(Optional.ofNullable(event.nextAt()), deadlines);
        if (event.nextAt() == null) {
            SagaLifecycle.end();
        }
    }

    /** A notice has clocks of its own, whether or not its child is absent now. */
    @StartSaga
    @SagaEventHandler(associationProperty = PUPIL)
    void on(PenaltyEvent event, DeadlineManager deadlines, FollowUps followUps) {
        begin(event);
        lookAgain(deadlines, followUps);
    }

    private void begin(AbsenceEvent event) {
        if (stream == null) {
            stream = new AbsenceStream(event.urn(), event.pupil()).toString();
            SagaLifecycle.associateWith(SCHOOL, event.urn().toString());
        }
    }

    /** What comes next is another day, or nothing, once the days themselves are others. */
    @SagaEventHandler(associationProperty = SCHOOL)
    void on(CalendarPublished event, DeadlineManager deadlines, FollowUps followUps) {
        lookAgain(deadlines, followUps);
    }

    @SagaEventHandler(associationProperty = SCHOOL)
    void on(UnplannedClosureDeclared event, DeadlineManager deadlines, FollowUps followUps) {
        lookAgain(deadlines, followUps);
    }

    @SagaEventHandler(associationProperty = SCHOOL)
    void on(PolicyProfileActivated event, DeadlineManager deadlines, FollowUps followUps) {
        lookAgain(deadlines, followUps);
    }

    @SagaEventHandler(associationProperty = PUPIL)
    void on(VulnerabilityFlagsChanged event, DeadlineManager deadlines, FollowUps followUps) {
        lookAgain(deadlines, followUps);
    }

    @SagaEventHandler(associationProperty = PUPIL)
    void on(PupilRemovedFromRoll event, DeadlineManager deadlines, FollowUps followUps) {
        lookAgain(deadlines, followUps);
    }

    /**
     * Looks, unless the saga waits for another time by now: a crash between the saga's commit and the deadline's own end brings it once more.
     *
     * @param at the time that it was set for
     */
    @DeadlineHandler(deadlineName = DEADLINE)
    void onDeadline(String at, DeadlineManager deadlines, FollowUps followUps) {
        if (nextAt == null || !nextAt.toString().equals(at)) {
            return;
        }
        deadline = null;
        nextAt = null;
        lookAgain(deadlines, followUps);
    }

    private void lookAgain(DeadlineManager deadlines, FollowUps followUps) {
        if (stream == null) {
            return;
        }
        Look look = followUps.lookAt(streamOf(stream));
        goOn(look.nextAt(), deadlines);
        if (!look.open() && look.nextAt().isEmpty()) {
            SagaLifecycle.end();
        }
    }

    private void goOn(Optional<Instant> next, DeadlineManager deadlines) {
        if (next.equals(Optional.ofNullable(nextAt))) {
            return;
        }
        if (deadline != null) {
            deadlines.cancelSchedule(DEADLINE, deadline);
            deadline = null;
        }
        nextAt = next.orElse(null);
        if (nextAt != null) {
            deadline = deadlines.schedule(nextAt, DEADLINE, nextAt.toString());
        }
    }

    private static AbsenceStream streamOf(String name) {
        String[] parts = name.split("/", -1);
        return new AbsenceStream(Urn.parse(parts[0]), new PupilNumber(parts[1]));
    }
}
