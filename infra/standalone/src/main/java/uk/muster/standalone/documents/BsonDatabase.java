package uk.muster.standalone.documents;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.EmptyIndex;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** A database with collections and indexes of our own in typed maps. Names of maps are the backend's, which removes them by name. */
final class BsonDatabase extends H2Database {

    static final String INDEX = "._index_";

    private final MVStore store;
    private final CursorRegistry cursors;

    BsonDatabase(String name, MVStore store, CursorRegistry cursors) {
        this.store = store;
        this.cursors = cursors;
        super(name, store, cursors);
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String index, List<IndexKey> keys, boolean sparse) {
        return new UniqueIndex(index, keys, sparse, keys(store, getFullCollectionNamespace(collection), index));
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
    static MVMap<KeyValue, Object> keys(MVStore store, String collection, String index) {
        return store.openMap(
                collection + INDEX + index, new MVMap.Builder<KeyValue, Object>().keyType(new KeyValueType()));
    }

    /** @param collection with its database */
    static MVMap<Object, byte[]> documents(MVStore store, String collection) {
        return store.openMap("databases." + collection, new MVMap.Builder<Object, byte[]>().valueType(new BsonType()));
    }
}
