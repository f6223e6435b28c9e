package uk.muster.query.testing;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import uk.muster.query.store.Projection;

/** A document store in this process, reached over its wire as any other. */
public final class MemoryStore implements AutoCloseable {

    private static final List<String> MAKING = List.of("create", "insert", "update", "findAndModify", "createIndexes");

    private final AtomicInteger queries = new AtomicInteger();
    private final List<String> writes = new CopyOnWriteArrayList<>();
    private final MongoServer server = new MongoServer(new MemoryBackend() {
        @Override
        public de.bwaldvogel.mongo.bson.Document handleMessage(MongoMessage message) {
            if (message.getDocument().containsKey("find")
                    && !"positions".equals(message.getDocument().get("find"))) {
                queries.incrementAndGet();
            }
            MAKING.stream()
                    .filter(message.getDocument()::containsKey)
                    .map(command -> (String) message.getDocument().get(command))
                    .forEach(writes::add);
            return super.handleMessage(message);
        }
    });
    private final String uri = server.bindAndGetConnectionString();
    private final MongoClient client = MongoClients.create(uri);
    private int databases;

    public MongoClient client() {
        return client;
    }

    public String uri() {
        return uri;
    }

    /** How often anybody looked for documents, those that say how far a projection has come left out. */
    public int queries() {
        return queries.get();
    }

    /** The collections that were made or written to, in that order, each as often as it was. */
    public List<String> written() {
        return List.copyOf(writes);
    }

    /** An empty projection of its own. */
    public Projection projection() {
        return new Projection(client, "test_" + databases++);
    }

    /** Every document of a projection but the places, by collection and id. */
    public Map<String, Document> documents(Projection projection) {
        return documents(client, projection);
    }

    /** The same of a projection in another store. */
    public static Map<String, Document> documents(MongoClient client, Projection projection) {
        Map<String, Document> all = new TreeMap<>();
        var database = client.getDatabase(projection.name());
        for (String collection : database.listCollectionNames()) {
            if (!collection.equals("positions")) {
                for (Document document : database.getCollection(collection).find()) {
                    all.put(collection + " " + document.get("_id"), document);
                }
            }
        }
        return all;
    }

    @Override
    public void close() {
        client.close();
        server.shutdownNow();
    }
}
