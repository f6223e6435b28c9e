package uk.muster.standalone.documents;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** The key of an index, nearly always one text; compared value by value. */
final class KeyValueType extends BasicDataType<KeyValue> {

    private static final int ABOUT = 128;
    private static final String VALUES = "v";
    private static final int ONE_TEXT = Integer.MIN_VALUE;

    private final BsonType documents = new BsonType();

    @Override
    public int compare(KeyValue a, KeyValue b) {
        if (a.size() != b.size()) {
            return Integer.compare(a.size(), b.size());
        }
        for (int i = 0; i < a.size(); i++) {
            int order = a.get(i) instanceof String x && b.get(i) instanceof String y
                    ? x.compareTo(y)
                    : ValueComparator.ascWithoutListHandling().compare(a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    @Override
    public int getMemory(KeyValue key) {
        return ABOUT;
    }

    @Override
    public boolean isMemoryEstimationAllowed() {
        return true;
    }

    /** One text is written as it is, after its length with the sign set, which BSON's own length never has; anything else as BSON. */
    @Override
    public void write(WriteBuffer out, KeyValue key) {
        if (key.size() == 1 && key.get(0) instanceof String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            out.putInt(Integer.reverseBytes(bytes.length | ONE_TEXT));
            out.put(bytes);
        } else {
            documents.write(
                    out, BsonType.encode(new Document(VALUES, key.stream().toList())));
        }
    }

    @Override
    public KeyValue read(ByteBuffer in) {
        int length = Integer.reverseBytes(in.getInt(in.position()));
        if (length >= 0) {
            return new KeyValue(
                    (Collection<?>) BsonType.decode(documents.read(in)).getOrDefault(VALUES, List.of()));
        }
        byte[] bytes = new byte[length & ~ONE_TEXT];
        in.position(in.position() + Integer.BYTES);
        in.get(bytes);
        return new KeyValue(new String(bytes, StandardCharsets.UTF_8));
    }

    @Override
    public KeyValue[] createStorage(int size) {
        return new KeyValue[size];
    }
}
