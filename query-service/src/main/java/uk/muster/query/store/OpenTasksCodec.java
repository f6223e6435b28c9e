package uk.muster.query.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonBinary;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.query.store.OpenTasks.OpenTask;

/**
 * {@code {_id: urn, p: position, t: tasks}}. The tasks are one binary value, as facts are in {@link StreamCodec}. Each task is: when it is due, in microseconds
 * since 1970 (8 bytes, big endian), the kind's length (1) and the kind in ASCII, the id's length (1) and the id in ASCII.
 */
final class OpenTasksCodec implements Codec<OpenTasks> {

    private static final int FIXED_BYTES = 8 + 1 + 1;

    @Override
    public void encode(BsonWriter out, OpenTasks open, EncoderContext context) {
        out.writeStartDocument();
        out.writeString("_id", open.id());
        out.writeInt64("p", open.position());
        out.writeBinaryData("t", new BsonBinary(pack(open.tasks())));
        out.writeEndDocument();
    }

    @Override
    public OpenTasks decode(BsonReader in, DecoderContext context) {
        in.readStartDocument();
        String id = in.readString("_id");
        long position = in.readInt64("p");
        List<OpenTask> tasks = unpack(in.readBinaryData("t").getData());
        in.readEndDocument();
        return new OpenTasks(id, position, tasks);
    }

    private static byte[] pack(List<OpenTask> tasks) {
        int bytes = tasks.stream()
                .mapToInt(task ->
                        FIXED_BYTES + task.kind().name().length() + task.id().length())
                .sum();
        ByteBuffer packed = ByteBuffer.allocate(bytes);
        for (OpenTask task : tasks) {
            packed.putLong(ChronoUnit.MICROS.between(Instant.EPOCH, task.dueAt()));
            put(task.kind().name(), packed);
            put(task.id(), packed);
        }
        return packed.array();
    }

    private static void put(String text, ByteBuffer packed) {
        packed.put((byte) text.length()).put(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static List<OpenTask> unpack(byte[] packed) {
        List<OpenTask> tasks = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(packed);
        while (in.hasRemaining()) {
            Instant dueAt = Instant.EPOCH.plus(in.getLong(), ChronoUnit.MICROS);
            TaskKind kind = TaskKind.valueOf(text(in));
            tasks.add(new OpenTask(text(in), kind, dueAt));
        }
        return tasks;
    }

    private static String text(ByteBuffer in) {
        byte[] bytes = new byte[in.get()];
        in.get(bytes);
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    @Override
    public Class<OpenTasks> getEncoderClass() {
        return OpenTasks.class;
    }
}
