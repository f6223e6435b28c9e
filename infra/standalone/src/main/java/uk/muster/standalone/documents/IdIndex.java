package uk.muster.standalone.documents;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * The index of {@code _id}: the map of the documents themselves, which are kept by it. The library's keeps a second map, so that each document's
 * writing takes another page along, and a kill may leave a key without its document.
 *
 * <p>As MongoDB's do, it also serves a query that asks for more than the id: the backend then holds the rest against the documents found.
 */
final class IdIndex extends AbstractUniqueIndex<Object> {

    static final String FIELD = "_id";

    private final MVMap<Object, byte[]> documents;

    IdIndex(String name, List<IndexKey> keys, MVMap<Object, byte[]> documents) {
        super(name, keys, false);
        this.documents = documents;
    }

    @Override
    public synchronized boolean canHandle(Document query) {
        return super.canHandle(ofId(query));
    }

    @Override
    public synchronized Iterable<Object> getPositions(Document query) {
        return super.getPositions(ofId(query));
    }

    /** What a query asks of the id, at its top or in an {@code $and}, as which the driver sends every conjunction. */
    private static Document ofId(Document query) {
        if (query.containsKey(FIELD)) {
            return new Document(FIELD, query.get(FIELD));
        }
        if (query.get("$and") instanceof Collection<?> parts) {
            for (Object part : parts) {
                if (part instanceof Document each && !ofId(each).isEmpty()) {
                    return ofId(each);
                }
            }
        }
        return new Document();
    }

    /** The collection finds out at one look, as it puts the document. */
    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {}

    /** That there is a document of that id already. */
    DuplicateKeyError refusal(Document document, MongoCollection<Object> collection) {
        return new DuplicateKeyError(this, collection, getKeys(), new KeyValue(document.get(FIELD)));
    }

    /** The collection adds a document before it tells its indexes, and so has added its key too. */
    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {}

    /** Never asked for, since {@link #add} asks nobody. */
    @Override
    protected boolean putKeyPosition(KeyValue key, Object position) {
        throw new UnsupportedOperationException("A key is put with its document.");
    }

    /** The collection removes the document, and the key with it. */
    @Override
    protected @Nullable Object removeDocument(KeyValue key) {
        return getPosition(key);
    }

    @Override
    protected @Nullable Object getPosition(KeyValue key) {
        Object id = IdType.of(key);
        return documents.containsKey(id) ? id : null;
    }

    @Override
    protected Iterable<Map.Entry<KeyValue, Object>> getIterable() {
        return () -> documents.keySet().stream()
                .<Map.Entry<KeyValue, Object>>map(
                        id -> new SimpleImmutableEntry<>(id instanceof KeyValue key ? key : new KeyValue(id), id))
                .iterator();
    }

    @Override
    public long getCount() {
        return documents.sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }
}
