package uk.muster.standalone.documents;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import org.h2.mvstore.MVStore;

/**
 * The H2 backend with documents kept as BSON, by their ids. The backend itself leaves both to Java's serialization, which costs three quarters
 * of a register's write: an index serializes two keys at every comparison.
 */
public final class BsonBackend extends H2Backend {

    public BsonBackend(MVStore store) {
        super(store);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new BsonDatabase(name, getMvStore(), getCursorRegistry());
    }
}
