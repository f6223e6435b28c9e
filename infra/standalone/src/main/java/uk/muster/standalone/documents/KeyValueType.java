package uk.muster.standalone.documents;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** The key of an index, nearly always one text: kept as BSON, compared value by value. */
final class KeyValueType extends BasicDataType<KeyValue> {

    private static final int ABOUT = 128;
    private static final String VALUES = "v";

    private final DocumentType documents = new DocumentType();

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

    @Override
    public void write(WriteBuffer out, KeyValue key) {
        documents.write(out, new Document(VALUES, key.stream().toList()));
    }

    @Override
    public KeyValue read(ByteBuffer in) {
        return new KeyValue((Collection<?>) documents.read(in).getOrDefault(VALUES, List.of()));
    }

    @Override
    public KeyValue[] createStorage(int size) {
        return new KeyValue[size];
    }
}
