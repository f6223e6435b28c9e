package uk.muster.standalone.documents;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Comparator;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A collection that keeps its documents as BSON and makes objects of those alone that are asked for. The library's keeps objects: whenever a register
 * was added, all others of its page were made from bytes and into bytes again.
 */
final class BsonCollection extends AbstractSynchronizedMongoCollection<Object> {

    private static final Comparator<DocumentWithPosition<Object>> LAST_FIRST =
            (a, b) -> ValueComparator.desc().compare(a.getPosition(), b.getPosition());

    private final MVMap<Object, byte[]> documents;

    BsonCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, byte[]> documents,
            CursorRegistry cursors) {
        super(database, name, options, cursors);
        this.documents = documents;
    }

    @Override
    protected Object addDocumentInternal(Document document) {
        Object position = getIdField() == null
                ? UUID.randomUUID().toString()
                : IdType.of(new KeyValue(document.get(getIdField())));
        if (documents.putIfAbsent(position, BsonType.encode(document)) != null) {
            for (Index<Object> index : getIndexes()) {
                if (index instanceof IdIndex ids) {
                    throw ids.refusal(document, this);
                }
            }
            throw new IllegalStateException("There is a document at this position of " + getFullName() + " already.");
        }
        return position;
    }

    @Override
    protected @Nullable Document getDocument(Object position) {
        byte[] bson = documents.get(position);
        return bson == null ? null : BsonType.decode(bson);
    }

    @Override
    protected void handleUpdate(Object position, Document before, Document after) {
        documents.put(position, BsonType.encode(after));
    }

    @Override
    protected void removeDocument(Object position) {
        if (documents.remove(position) == null) {
            throw new NoSuchElementException("There is no document at this position of " + getFullName() + ".");
        }
    }

    @Override
    protected Stream<DocumentWithPosition<Object>> streamAllDocumentsWithPosition() {
        return documents.entrySet().stream()
                .map(each -> new DocumentWithPosition<>(BsonType.decode(each.getValue()), each.getKey()));
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document fields) {
        Stream<DocumentWithPosition<Object>> all = isNaturalDescending(orderBy)
                ? streamAllDocumentsWithPosition().sorted(LAST_FIRST)
                : streamAllDocumentsWithPosition();
        return matchDocumentsFromStream(
                all.map(DocumentWithPosition::getDocument), query, orderBy, skip, limit, batchSize, fields);
    }

    @Override
    public int count() {
        return documents.size();
    }

    @Override
    public boolean isEmpty() {
        return documents.isEmpty();
    }

    /** Nobody asks how large a collection is, and each document would be encoded once more to be measured. */
    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    /** Never asked for, since none is tracked: one who does is at fault. */
    @Override
    protected void updateDataSize(int by) {
        throw new UnsupportedOperationException("The size of a collection is not kept.");
    }

    @Override
    protected int getDataSize() {
        return 0;
    }
}
