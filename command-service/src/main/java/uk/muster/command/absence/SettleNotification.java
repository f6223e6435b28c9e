package uk.muster.command.absence;

import java.time.Instant;
import java.util.UUID;
import uk.muster.command.absence.AbsenceCommand.AbsenceStream;
import uk.muster.command.axon.AggregateCommand;
import uk.muster.kernel.event.FollowUpEvent.Delivery;

/** It became known what happened to a message. */
public record SettleNotification(AbsenceStream absences, UUID notification, Delivery delivery, Instant at)
        implements AggregateCommand {

    @Override
    public Object target() {
        return absences;
    }
}
