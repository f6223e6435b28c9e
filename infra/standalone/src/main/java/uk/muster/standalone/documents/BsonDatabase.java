package uk.muster.standalone.documents;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.EmptyIndex;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.exception.MongoServerException;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** A database whose collections are of our own, each in one typed map. Names of maps are the backend's, which removes them by name. */
final class BsonDatabase extends H2Database {

    private final MVStore store;
    private final CursorRegistry cursors;

    BsonDatabase(String name, MVStore store, CursorRegistry cursors) {
        this.store = store;
        this.cursors = cursors;
        super(name, store, cursors);
    }

    /** That of {@code _id}: whoever asks for another is told that there is none. */
    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String index, List<IndexKey> keys, boolean sparse) {
        if (keys.size() > 1 || !keys.getFirst().getKey().equals(IdIndex.FIELD)) {
            throw new MongoServerException("This store has no unique index but that of _id.");
        }
        return new IdIndex(index, keys, documents(store, getFullCollectionNamespace(collection)));
    }

    /** The backend has no other indexes either, but warns of each at every start. What asks for one is answered by a look through the collection. */
    @Override
    protected Index<Object> openOrCreateSecondaryIndex(
            String collection, String index, List<IndexKey> keys, boolean sparse) {
        return new EmptyIndex<>(index, keys);
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String collection, CollectionOptions options) {
        return new BsonCollection(
                this, collection, options, documents(store, getFullCollectionNamespace(collection)), cursors);
    }

    /** @param collection with its database */
    static MVMap<Object, byte[]> documents(MVStore store, String collection) {
        return store.openMap(
                "databases." + collection,
                new MVMap.Builder<Object, byte[]>().keyType(new IdType()).valueType(new BsonType()));
    }
}
