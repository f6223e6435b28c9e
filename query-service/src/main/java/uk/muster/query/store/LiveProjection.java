package uk.muster.query.store;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;
import uk.muster.http.problem.Problem;

/**
 * Which database answers. The name lies in the document store itself ({@code meta}, {@code {_id: "live", name, generation}}), so that all instances
 * change over at once; a rebuild fills the next generation beside it.
 */
public final class LiveProjection {

    private static final BsonString ID = new BsonString("live");

    private final MongoClient client;
    private final String base;
    private final MongoCollection<BsonDocument> meta;
    private volatile @Nullable Projection live;

    /** @param base the configured name, of which the generations are {@code base_1}, {@code base_2} and so on */
    public LiveProjection(MongoClient client, String base) {
        this.client = client;
        this.base = base;
        this.meta = client.getDatabase(base).getCollection("meta", BsonDocument.class);
    }

    /** @throws uk.muster.http.problem.ProblemException 503 as long as the document store has not answered since the start */
    public Projection get() {
        Projection known = live;
        if (known == null) {
            throw Problem.away("The document store is away.", Duration.ofSeconds(1))
                    .asException();
        }
        return known;
    }

    public boolean isKnown() {
        return live != null;
    }

    /**
     * Looks which database is live, and names the first when none ever was.
     *
     * @throws com.mongodb.MongoException when the document store does not answer
     */
    public Projection refresh() {
        BsonDocument document = meta.find(Filters.eq("_id", ID)).first();
        if (document == null) {
            insertFirst();
            return refresh();
        }
        String name = document.getString("name").getValue();
        Projection known = live;
        if (known == null || !known.name().equals(name)) {
            known = new Projection(client, name);
            live = known;
        }
        return known;
    }

    /** An empty database for the next generation. */
    public Projection next() {
        BsonDocument document = meta.find(Filters.eq("_id", ID)).first();
        long generation = document == null ? 1 : document.getInt64("generation").getValue() + 1;
        Projection next = new Projection(client, base + "_" + generation);
        next.drop();
        return next;
    }

    /** From now on the next generation answers, here and in every other instance. */
    public void switchTo(Projection next) {
        long generation = Long.parseLong(next.name().substring(base.length() + 1));
        meta.updateOne(
                Filters.eq("_id", ID),
                Updates.combine(
                        Updates.set("name", new BsonString(next.name())),
                        Updates.set("generation", new BsonInt64(generation))));
        live = next;
    }

    private void insertFirst() {
        try {
            meta.insertOne(new BsonDocument("_id", ID)
                    .append("name", new BsonString(base + "_1"))
                    .append("generation", new BsonInt64(1)));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }
}
