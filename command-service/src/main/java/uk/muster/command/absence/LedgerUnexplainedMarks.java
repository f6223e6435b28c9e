package uk.muster.command.absence;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import uk.muster.command.ledger.LedgerReader;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.register.RegisterState;

/** Reads the registers' streams from the ledger. */
public final class LedgerUnexplainedMarks implements UnexplainedMarks {

    private static final String UNEXPLAINED = "N";

    private final LedgerReader ledger;

    public LedgerUnexplainedMarks(LedgerReader ledger) {
        this.ledger = ledger;
    }

    @Override
    public List<RegisterId> among(Collection<RegisterId> registers, PupilNumber pupil) {
        Map<String, List<StoredEvent>> streams =
                ledger.streams(registers.stream().map(RegisterId::toString).toList());
        return registers.stream()
                .filter(register -> RegisterState.fold(streams.getOrDefault(register.toString(), List.of()))
                        .entry(pupil)
                        .filter(entry -> entry.code().equals(UNEXPLAINED))
                        .isPresent())
                .toList();
    }
}
