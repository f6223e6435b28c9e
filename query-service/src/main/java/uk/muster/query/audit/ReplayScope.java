package uk.muster.query.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import uk.muster.kernel.event.MusterEvent;
import uk.muster.kernel.event.RegisterEvent;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.access.Kind;
import uk.muster.query.access.Look;

/** What is replayed. */
sealed interface ReplayScope {

    Urn urn();

    /** What is recorded of whoever reads it. */
    default Look look() {
        return Look.ofSchool(Kind.REPLAY, urn());
    }

    /** The next events after a position up to another, in order, at most {@code limit}; some may not be wanted. */
    List<StoredEvent> read(Ledger ledger, long after, long until, int limit);

    /** Whether an event that was read belongs to it. */
    default boolean wants(MusterEvent event) {
        return true;
    }

    /** The fields of a state that are its own. */
    default Map<String, Object> own(Map<String, Object> fields) {
        return fields;
    }

    /** Whether the whole state is shown before and after each fact; else what the fact changed. */
    default boolean whole() {
        return false;
    }

    /** Everything that was recorded of a school. */
    record OfSchool(Urn urn) implements ReplayScope {

        @Override
        public List<StoredEvent> read(Ledger ledger, long after, long until, int limit) {
            return ledger.ofSchool(urn, after, until, limit);
        }
    }

    /** One register, shown whole. */
    record OfRegister(RegisterId id) implements ReplayScope {

        @Override
        public Urn urn() {
            return id.urn();
        }

        @Override
        public List<StoredEvent> read(Ledger ledger, long after, long until, int limit) {
            return ledger.ofStream(id.toString(), Long.MAX_VALUE).stream()
                    .filter(event -> event.position() > after && event.position() <= until)
                    .limit(limit)
                    .toList();
        }

        @Override
        public Look look() {
            return Look.ofReplay(id);
        }

        @Override
        public boolean whole() {
            return true;
        }
    }

    /** A pupil: their own facts, their absences', and of every register their own mark alone. */
    record OfPupil(Urn urn, PupilId id, PupilNumber number) implements ReplayScope {

        @Override
        public List<StoredEvent> read(Ledger ledger, long after, long until, int limit) {
            return ledger.ofPupil(urn, number, after, until, limit);
        }

        @Override
        public Look look() {
            return Look.ofPupil(Kind.REPLAY, urn, number, Instant.MAX);
        }

        @Override
        public boolean wants(MusterEvent event) {
            return EventData.pupilsOf(event).anyMatch(number::equals);
        }

        @Override
        public Map<String, Object> own(Map<String, Object> fields) {
            if (!(fields.get(RegisterReplay.MARKS) instanceof Map<?, ?> marks)) {
                return fields;
            }
            Object own = marks.get(number);
            return own == null ? Map.of() : Map.of(RegisterReplay.MARKS, Map.of(number, own));
        }

        /** Of a class's marks in a fact's data, the pupil's own. */
        Map<String, Object> ownData(MusterEvent event, Map<String, Object> data) {
            if (event instanceof RegisterEvent && data.get("marks") instanceof List<?> marks) {
                data.put(
                        "marks",
                        marks.stream()
                                .filter(mark -> mark instanceof Map<?, ?> fields
                                        && id.value().equals(fields.get("pupilId")))
                                .toList());
            }
            return data;
        }
    }
}
