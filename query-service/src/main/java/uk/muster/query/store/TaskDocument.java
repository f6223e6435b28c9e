package uk.muster.query.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import uk.muster.kernel.absence.AbsenceEntryId;
import uk.muster.kernel.absence.FollowUpTask.Status;
import uk.muster.kernel.event.EventTypes;
import uk.muster.kernel.event.FollowUpEvent.FollowUpDue;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.kernel.identity.Urn;

/**
 * A task as it was raised, and how it stands: {@code {_id: task's id, p: position, u: urn, k: kind, s: status, d: due, t: type, f: payload}}. Due is in
 * microseconds since 1970; type and payload are those of the event that raised it. What became of it, and all that is sealed, lies in the stream that its id names.
 *
 * @param id {@code pupil number.entry id}
 * @param position of the last event that changed it
 * @param raised the event that raised it
 */
public record TaskDocument(
        String id, long position, Urn urn, TaskKind kind, Status status, Instant dueAt, Raised raised) {

    public static final String POSITION = "p";
    public static final String URN = "u";
    public static final String KIND = "k";
    public static final String STATUS = "s";
    public static final String DUE = "d";
    private static final String TYPE = "t";
    private static final String PAYLOAD = "f";

    /** An event as it lies in the ledger, read only by whoever needs what it says. */
    @SuppressWarnings("ArrayRecordComponent") // read and written as it is, never compared
    public record Raised(String type, byte[] payload) {

        public FollowUpDue read() {
            return (FollowUpDue) EventTypes.read(type, payload);
        }
    }

    /** @param due what the fact says */
    public static TaskDocument open(FollowUpDue due, Fact fact) {
        return new TaskDocument(
                new AbsenceEntryId(due.pupil(), due.entryId()).toString(),
                fact.position(),
                due.urn(),
                due.kind(),
                Status.OPEN,
                due.dueAt(),
                new Raised(fact.type(), fact.payload()));
    }

    public static TaskDocument read(BsonDocument document) {
        return new TaskDocument(
                document.getString("_id").getValue(),
                document.getInt64(POSITION).getValue(),
                Urn.parse(document.getString(URN).getValue()),
                TaskKind.valueOf(document.getString(KIND).getValue()),
                Status.valueOf(document.getString(STATUS).getValue()),
                Instant.EPOCH.plus(document.getInt64(DUE).getValue(), ChronoUnit.MICROS),
                new Raised(
                        document.getString(TYPE).getValue(),
                        document.getBinary(PAYLOAD).getData()));
    }

    public BsonDocument write() {
        return new BsonDocument("_id", new BsonString(id))
                .append(POSITION, new BsonInt64(position))
                .append(URN, text(urn))
                .append(KIND, text(kind))
                .append(STATUS, text(status))
                .append(DUE, micros(dueAt))
                .append(TYPE, text(raised.type()))
                .append(PAYLOAD, new BsonBinary(raised.payload()));
    }

    /** The task after an event that settled it. */
    public TaskDocument settled(Status as, long by) {
        return new TaskDocument(id, by, urn, kind, as, dueAt, raised);
    }

    /** A school, kind or status as it is stored. */
    public static BsonString text(Object value) {
        return new BsonString(value.toString());
    }

    /** An instant as it is stored. */
    public static BsonInt64 micros(Instant instant) {
        return new BsonInt64(ChronoUnit.MICROS.between(Instant.EPOCH, instant));
    }
}
