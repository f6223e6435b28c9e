package uk.muster.query.store;

import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonDocumentWriter;

/** Updates of stream documents. */
public final class StreamUpdates {

    private StreamUpdates() {}

    /** Appends facts, which are at least one, and moves the document's position on. */
    public static BsonDocument push(List<Fact> facts) {
        BsonDocument update = new BsonDocument();
        try (BsonDocumentWriter out = new BsonDocumentWriter(update)) {
            out.writeStartDocument();
            out.writeStartDocument("$push");
            out.writeStartDocument("f");
            out.writeStartArray("$each");
            facts.forEach(fact -> StreamCodec.write(out, fact));
            out.writeEndArray();
            out.writeEndDocument();
            out.writeEndDocument();
            out.writeStartDocument("$set");
            out.writeInt64("p", facts.getLast().position());
            out.writeEndDocument();
            out.writeEndDocument();
        }
        return update;
    }
}
