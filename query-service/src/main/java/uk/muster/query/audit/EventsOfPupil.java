package uk.muster.query.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import uk.muster.kernel.event.AbsenceEvent;
import uk.muster.kernel.event.EventTypes;
import uk.muster.kernel.event.MusterEvent;
import uk.muster.kernel.event.PupilEvent;
import uk.muster.kernel.event.RegisterEvent;
import uk.muster.kernel.event.SchoolEvent;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;

/** The stored events behind what is shown of one pupil. */
public final class EventsOfPupil {

    private static final int PAGE = 500;

    private final Ledger ledger;

    EventsOfPupil(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * What is shown of a pupil.
     *
     * @param from,to first and last date of the sessions, both inclusive
     * @param entries ids of the entries about absences, as their commands answered them
     * @param admission whether facts of the admission register are shown
     */
    public record Shown(LocalDate from, LocalDate to, Set<String> entries, boolean admission) {

        boolean rests(MusterEvent event) {
            return switch (event) {
                case RegisterEvent e -> holds(e.register().session().date());
                case AbsenceEvent e -> entries.contains(AbsenceData.id(e, e.entryId()));
                case PupilEvent _ -> admission;
                case SchoolEvent _ -> false;
            };
        }

        private boolean holds(LocalDate date) {
            return !date.isBefore(from) && !date.isAfter(to);
        }
    }

    /** All of them, in the order of their positions. */
    public List<StoredEvent> behind(Urn urn, PupilNumber pupil, Shown shown) {
        long last = ledger.lastPosition(urn).orElse(0L);
        List<StoredEvent> behind = new ArrayList<>();
        List<StoredEvent> page = ledger.ofPupil(urn, pupil, 0, last, PAGE);
        while (!page.isEmpty()) {
            for (StoredEvent stored : page) {
                MusterEvent event = EventTypes.read(stored.type(), stored.payload());
                if (EventData.pupilsOf(event).anyMatch(pupil::equals) && shown.rests(event)) {
                    behind.add(stored);
                }
            }
            page = ledger.ofPupil(urn, pupil, page.getLast().position(), last, PAGE);
        }
        return behind;
    }
}
