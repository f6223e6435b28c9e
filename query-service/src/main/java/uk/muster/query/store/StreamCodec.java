package uk.muster.query.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonBinary;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.UuidRepresentation;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;

/**
 * {@code {_id: stream, p: last position, f: [{p: position, e: event id, t: type, r: recorded in microseconds since 1970, d: payload}]}}, written
 * straight to the wire.
 */
final class StreamCodec implements Codec<StreamDocument> {

    @Override
    public void encode(BsonWriter out, StreamDocument stream, EncoderContext context) {
        out.writeStartDocument();
        out.writeString("_id", stream.id());
        out.writeInt64("p", stream.position());
        out.writeStartArray("f");
        stream.facts().forEach(fact -> write(out, fact));
        out.writeEndArray();
        out.writeEndDocument();
    }

    static void write(BsonWriter out, Fact fact) {
        out.writeStartDocument();
        out.writeInt64("p", fact.position());
        out.writeBinaryData("e", new BsonBinary(fact.event(), UuidRepresentation.STANDARD));
        out.writeString("t", fact.type());
        out.writeInt64("r", ChronoUnit.MICROS.between(Instant.EPOCH, fact.recordedAt()));
        out.writeBinaryData("d", new BsonBinary(fact.payload()));
        out.writeEndDocument();
    }

    @Override
    public StreamDocument decode(BsonReader in, DecoderContext context) {
        in.readStartDocument();
        String id = in.readString("_id");
        in.readInt64("p");
        in.readName("f");
        in.readStartArray();
        List<Fact> facts = new ArrayList<>(1);
        while (in.readBsonType() != BsonType.END_OF_DOCUMENT) {
            facts.add(read(in));
        }
        in.readEndArray();
        in.readEndDocument();
        return new StreamDocument(id, facts);
    }

    private static Fact read(BsonReader in) {
        in.readStartDocument();
        Fact fact = new Fact(
                in.readInt64("p"),
                in.readBinaryData("e").asUuid(UuidRepresentation.STANDARD),
                in.readString("t"),
                Instant.EPOCH.plus(in.readInt64("r"), ChronoUnit.MICROS),
                in.readBinaryData("d").getData());
        in.readEndDocument();
        return fact;
    }

    @Override
    public Class<StreamDocument> getEncoderClass() {
        return StreamDocument.class;
    }
}
