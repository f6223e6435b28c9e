package uk.muster.query.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.BsonBinary;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;

/**
 * {@code {_id: stream, p: last position, f: facts}}. The facts are one binary value, since what a document costs the store of standalone is its
 * number of fields. Each fact is: position (8 bytes, big endian), event id (16), recorded in microseconds since 1970 (8), the type's length
 * (1) and the type in ASCII, the payload's length (4) and the payload.
 */
final class StreamCodec implements Codec<StreamDocument> {

    private static final int FIXED_BYTES = 8 + 16 + 8 + 1 + 4;

    @Override
    public void encode(BsonWriter out, StreamDocument stream, EncoderContext context) {
        out.writeStartDocument();
        out.writeString("_id", stream.id());
        out.writeInt64("p", stream.position());
        out.writeBinaryData("f", new BsonBinary(pack(stream.facts())));
        out.writeEndDocument();
    }

    @Override
    public StreamDocument decode(BsonReader in, DecoderContext context) {
        in.readStartDocument();
        String id = in.readString("_id");
        in.readInt64("p");
        List<Fact> facts = unpack(in.readBinaryData("f").getData());
        in.readEndDocument();
        return new StreamDocument(id, facts);
    }

    private static byte[] pack(List<Fact> facts) {
        int bytes = facts.stream()
                .mapToInt(fact -> FIXED_BYTES + fact.type().length() + fact.payload().length)
                .sum();
        ByteBuffer packed = ByteBuffer.allocate(bytes);
        for (Fact fact : facts) {
            packed.putLong(fact.position())
                    .putLong(fact.event().getMostSignificantBits())
                    .putLong(fact.event().getLeastSignificantBits())
                    .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, fact.recordedAt()))
                    .put((byte) fact.type().length())
                    .put(fact.type().getBytes(StandardCharsets.US_ASCII))
                    .putInt(fact.payload().length)
                    .put(fact.payload());
        }
        return packed.array();
    }

    private static List<Fact> unpack(byte[] packed) {
        List<Fact> facts = new ArrayList<>(1);
        ByteBuffer in = ByteBuffer.wrap(packed);
        while (in.hasRemaining()) {
            long position = in.getLong();
            UUID event = new UUID(in.getLong(), in.getLong());
            Instant recordedAt = Instant.EPOCH.plus(in.getLong(), ChronoUnit.MICROS);
            String type = new String(bytes(in, in.get()), StandardCharsets.US_ASCII);
            facts.add(new Fact(position, event, type, recordedAt, bytes(in, in.getInt())));
        }
        return facts;
    }

    private static byte[] bytes(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    @Override
    public Class<StreamDocument> getEncoderClass() {
        return StreamDocument.class;
    }
}
