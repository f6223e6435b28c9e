package uk.muster.command.absence;

import java.util.List;
import uk.muster.command.ledger.LedgerReader;
import uk.muster.command.register.ParentsTold;
import uk.muster.kernel.absence.AbsenceState;
import uk.muster.kernel.event.AbsenceEvent;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;

/** Reads the stream of a pupil's absences from the ledger. */
public final class LedgerParentsTold implements ParentsTold {

    private final LedgerReader ledger;

    public LedgerParentsTold(LedgerReader ledger) {
        this.ledger = ledger;
    }

    @Override
    public boolean ofRefusedEvidence(Urn urn, PupilNumber pupil) {
        String stream = AbsenceEvent.stream(urn, pupil);
        return AbsenceState.fold(ledger.streams(List.of(stream)).getOrDefault(stream, List.of()))
                .parentToldOfRefusedEvidence();
    }
}
