package uk.muster.command.retention;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.muster.command.absence.AbsenceCommand.AbsenceStream;
import uk.muster.command.ledger.LedgerReader;
import uk.muster.kernel.absence.AbsenceState;
import uk.muster.kernel.event.PenaltyEvent.Proceedings;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.penalty.NoticeBook;
import uk.muster.kernel.retention.HeldBecause;

/** What is open of pupils' absences and notices, from their streams in the ledger. */
public final class LedgerOpenMatters implements OpenMatters {

    private static final int STREAMS_AT_ONCE = 200;

    private final LedgerReader ledger;

    public LedgerOpenMatters(LedgerReader ledger) {
        this.ledger = ledger;
    }

    @Override
    public Map<PupilNumber, HeldBecause> of(Urn urn, Collection<PupilNumber> pupils) {
        Map<PupilNumber, HeldBecause> found = new HashMap<>();
        List<PupilNumber> all = new ArrayList<>(pupils);
        for (int from = 0; from < all.size(); from += STREAMS_AT_ONCE) {
            List<PupilNumber> some = all.subList(from, Math.min(all.size(), from + STREAMS_AT_ONCE));
            Map<String, List<StoredEvent>> streams = ledger.streams(
                    some.stream().map(pupil -> streamOf(urn, pupil)).toList());
            for (PupilNumber pupil : some) {
                open(streams.getOrDefault(streamOf(urn, pupil), List.of()))
                        .ifPresent(because -> found.put(pupil, because));
            }
        }
        return found;
    }

    private static String streamOf(Urn urn, PupilNumber pupil) {
        return new AbsenceStream(urn, pupil).toString();
    }

    private static Optional<HeldBecause> open(List<StoredEvent> events) {
        AbsenceState state = AbsenceState.fold(events);
        if (state.openCase().isPresent()) {
            return Optional.of(HeldBecause.OPEN_ABSENCE);
        }
        return isOpen(state.notices()) ? Optional.of(HeldBecause.OPEN_PENALTY) : Optional.empty();
    }

    private static boolean isOpen(NoticeBook notices) {
        return notices.penalties().stream()
                        .anyMatch(notice -> notice.isOpen() || notice.proceedings() == Proceedings.BROUGHT)
                || notices.improvements().stream().anyMatch(notice -> !notice.concluded());
    }
}
