package uk.muster.query.store;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;
import uk.muster.http.problem.Problem;

/**
 * Which database answers. The name lies in the document store itself ({@code meta}, {@code {_id: "live", name, generation, shape}}), so that all
 * instances change over at once; a rebuild fills the next generation beside it.
 */
public final class LiveProjection {

    /**
     * Raised by one with every change of what documents look like or of which there are. What lies there from before is never read: it is made anew
     * from the topic, and nothing is answered until then.
     */
    private static final int SHAPE = 4;

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

    /** @throws uk.muster.http.problem.ProblemException 503 as long as the document store has not answered since the start, or holds what another version made */
    public Projection get() {
        Projection known = live;
        if (known == null) {
            throw Problem.away(
                            "The document store is away, or what it holds is being made anew.", Duration.ofSeconds(1))
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
     * @throws IllegalStateException when what is live was made by another version and has to be made anew
     * @throws com.mongodb.MongoException when the document store does not answer
     */
    public Projection refresh() {
        BsonDocument document = document();
        if (!isOfThisShape(document)) {
            throw new IllegalStateException("The read models are of another version and are being made anew.");
        }
        String name = document.getString("name").getValue();
        Projection known = live;
        if (known == null || !known.name().equals(name)) {
            known = new Projection(client, name);
            live = known;
        }
        return known;
    }

    /**
     * Whether what is live was made by another version.
     *
     * @throws com.mongodb.MongoException when the document store does not answer
     */
    public boolean isOutdated() {
        return !isOfThisShape(document());
    }

    /** What is live by its name, of whatever version: its places may be read, and it may be dropped. */
    public Projection named() {
        return new Projection(client, document().getString("name").getValue());
    }

    /** An empty database for the next generation. */
    public Projection next() {
        long generation = document().getInt64("generation").getValue() + 1;
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
                        Updates.set("generation", new BsonInt64(generation)),
                        Updates.set("shape", new BsonInt32(SHAPE))));
        live = next;
    }

    private BsonDocument document() {
        BsonDocument document = meta.find(Filters.eq("_id", ID)).first();
        if (document == null) {
            insertFirst();
            return document();
        }
        return document;
    }

    private static boolean isOfThisShape(BsonDocument document) {
        return document.getInt32("shape", new BsonInt32(0)).getValue() == SHAPE;
    }

    private void insertFirst() {
        try {
            meta.insertOne(new BsonDocument("_id", ID)
                    .append("name", new BsonString(base + "_1"))
                    .append("generation", new BsonInt64(1))
                    .append("shape", new BsonInt32(SHAPE)));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }
}
