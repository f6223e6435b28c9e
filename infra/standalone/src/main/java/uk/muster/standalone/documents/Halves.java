package uk.muster.standalone.documents;

import de.bwaldvogel.mongo.backend.KeyValue;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * Keys without their documents, and documents without their keys. The store saves its maps one after the other, in the order in which they were made,
 * so a kill may fall between two that belong together; a half would be in the way. Whoever makes first the collection that says how far the others
 * have come, as a projection does, is never told of more than is there, and so adds again what is dropped.
 */
final class Halves {

    private static final String ID = "_id_";

    private Halves() {}

    /** Drops them, after the numbers have told that there are any. */
    static void drop(MVStore store) {
        String ofKeys = BsonDatabase.INDEX + ID;
        for (String name : List.copyOf(store.getMapNames())) {
            if (name.endsWith(ofKeys)) {
                String collection = name.substring(0, name.length() - ofKeys.length());
                MVMap<KeyValue, Object> keys = BsonDatabase.keys(store, collection, ID);
                MVMap<Object, byte[]> documents = BsonDatabase.documents(store, collection);
                if (keys.sizeAsLong() != documents.sizeAsLong()) {
                    drop(keys, documents);
                }
            }
        }
    }

    private static void drop(MVMap<KeyValue, Object> keys, MVMap<Object, byte[]> documents) {
        Set<Object> found = new HashSet<>();
        for (KeyValue key : List.copyOf(keys.keySet())) {
            Object position = keys.get(key);
            if (documents.containsKey(position)) {
                found.add(position);
            } else {
                keys.remove(key);
            }
        }
        for (Object position : List.copyOf(documents.keySet())) {
            if (!found.contains(position)) {
                documents.remove(position);
            }
        }
    }
}
