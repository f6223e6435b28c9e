package uk.muster.query.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import uk.muster.kernel.absence.FollowUpTask.Status;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.kernel.identity.Urn;

/**
 * By what a school's tasks are found and put in order: {@code {_id: task's id, p: position, u: urn, k: kind, s: status, d: due}}, the last in
 * microseconds since 1970. All else there is to say of a task, and all that is sealed, lies in the stream that its id names.
 *
 * @param id {@code pupil number.entry id}
 * @param position of the last event that changed it
 */
public record TaskDocument(String id, long position, Urn urn, TaskKind kind, Status status, Instant dueAt) {

    public static final String POSITION = "p";
    public static final String URN = "u";
    public static final String KIND = "k";
    public static final String STATUS = "s";
    public static final String DUE = "d";

    public static TaskDocument read(BsonDocument document) {
        return new TaskDocument(
                document.getString("_id").getValue(),
                document.getInt64(POSITION).getValue(),
                Urn.parse(document.getString(URN).getValue()),
                TaskKind.valueOf(document.getString(KIND).getValue()),
                Status.valueOf(document.getString(STATUS).getValue()),
                Instant.EPOCH.plus(document.getInt64(DUE).getValue(), ChronoUnit.MICROS));
    }

    public BsonDocument write() {
        return new BsonDocument("_id", new BsonString(id))
                .append(POSITION, new BsonInt64(position))
                .append(URN, text(urn))
                .append(KIND, text(kind))
                .append(STATUS, text(status))
                .append(DUE, micros(dueAt));
    }

    /** The task after an event that settled it. */
    public TaskDocument settled(Status as, long by) {
        return new TaskDocument(id, by, urn, kind, as, dueAt);
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
