package uk.muster.standalone.documents;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/**
 * What documents are kept by: nearly always a text, which stands for itself, so that comparing two looks at as little of memory as it can; any other id
 * as a {@link KeyValue}. Texts come first.
 */
final class IdType extends BasicDataType<Object> {

    private static final int ABOUT = 128;
    private static final String VALUE = "v";
    private static final int TEXT = Integer.MIN_VALUE;

    private final BsonType documents = new BsonType();

    /** What a document of that id is kept by: numbers that are equal are one. */
    static Object of(KeyValue id) {
        return id.get(0) instanceof String text ? text : id.normalized();
    }

    @Override
    public int compare(Object a, Object b) {
        if (a instanceof String x) {
            return b instanceof String y ? x.compareTo(y) : -1;
        }
        if (b instanceof String) {
            return 1;
        }
        return ValueComparator.ascWithoutListHandling().compare(((KeyValue) a).get(0), ((KeyValue) b).get(0));
    }

    @Override
    public int getMemory(Object id) {
        return ABOUT;
    }

    @Override
    public boolean isMemoryEstimationAllowed() {
        return true;
    }

    /** A text is written as it is, after its length with the sign set, which BSON's own length never has; anything else as BSON. */
    @Override
    public void write(WriteBuffer out, Object id) {
        if (id instanceof String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            out.putInt(Integer.reverseBytes(bytes.length | TEXT));
            out.put(bytes);
        } else {
            documents.write(out, BsonType.encode(new Document(VALUE, ((KeyValue) id).get(0))));
        }
    }

    @Override
    public Object read(ByteBuffer in) {
        int length = Integer.reverseBytes(in.getInt(in.position()));
        if (length >= 0) {
            return new KeyValue(BsonType.decode(documents.read(in)).get(VALUE));
        }
        byte[] bytes = new byte[length & ~TEXT];
        in.position(in.position() + Integer.BYTES);
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public Object[] createStorage(int size) {
        return new Object[size];
    }
}
