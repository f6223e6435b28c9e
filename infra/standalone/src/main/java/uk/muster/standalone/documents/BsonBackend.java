package uk.muster.standalone.documents;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import org.h2.mvstore.MVStore;

/**
 * The H2 backend with documents and index keys kept as BSON. The backend itself leaves both to Java's serialization, which costs three quarters
 * of a register's write: an index serializes two keys at every comparison.
 */
public final class BsonBackend extends H2Backend {

    /** @param store from which what a kill left half written is dropped */
    public BsonBackend(MVStore store) {
        Halves.drop(store);
        super(store);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new BsonDatabase(name, getMvStore(), getCursorRegistry());
    }
}
