package uk.muster.standalone.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.IndexKey;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.bson.types.ObjectId;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BsonBackendTest {

    @TempDir
    private Path folder;

    @Test
    void everyKindOfValueIsTheSameAfterAReopening() {
        Document written = new Document("_id", "123456/2026-09-07/AM/3B")
                .append("int", 7)
                .append("long", 1L << 40)
                .append("double", 0.25)
                .append("bytes", new Binary(new byte[] {1, 0, -1}))
                .append("none", null)
                .append("yes", true)
                .append("at", Date.from(Instant.parse("2026-09-07T08:00:00Z")))
                .append("list", List.of(new Document("a", "ä"), "b", 3));
        onStore(collection -> collection.insertOne(written));
        onStore(collection -> assertThat(
                        collection.find(Filters.eq(written.get("_id"))).first())
                .isEqualTo(written));
    }

    @Test
    void keysOfEveryKindAreFoundAndAreUnique() {
        List<Object> keys =
                List.of("a", "b", 1, 2L, new ObjectId(0, 1), new Document("urn", "123456").append("n", 1), true);
        onStore(collection -> keys.forEach(key -> collection.insertOne(new Document("_id", key).append("v", 1))));
        onStore(collection -> {
            for (Object key : keys) {
                collection.replaceOne(
                        Filters.eq(key), new Document("_id", key).append("v", 2), new ReplaceOptions().upsert(true));
            }
            assertThat(collection.find()).hasSize(keys.size()).allMatch(document -> document.getInteger("v") == 2);
        });
    }

    @Test
    void aQueryForAKeyAndMoreIsHeldAgainstTheRestToo() {
        onStore(collection -> {
            collection.insertOne(new Document("_id", "a").append("p", 1));
            Document second = new Document("_id", "a").append("p", 2);
            Bson guarded = Filters.and(Filters.eq("_id", "a"), Filters.eq("p", 1));
            assertThat(collection.replaceOne(guarded, second).getMatchedCount()).isEqualTo(1);
            assertThat(collection.replaceOne(guarded, second).getMatchedCount()).isZero();
            assertThat(collection.find(Filters.and(Filters.in("_id", "a", "b"), Filters.gte("p", 2))))
                    .containsExactly(second);
            assertThat(collection.find(Filters.eq("p", 2))).containsExactly(second);
        });
    }

    @Test
    void theIndexServesAQueryForTheIdAndMore() {
        try (MVStore store = MVStore.open(null)) {
            MVMap<Object, byte[]> documents = BsonDatabase.documents(store, "test.documents");
            IdIndex index = new IdIndex("_id_", List.of(new IndexKey("_id", true)), documents);
            documents.put("a", new byte[0]);
            var id = new de.bwaldvogel.mongo.bson.Document("_id", "a");
            var place = new de.bwaldvogel.mongo.bson.Document("p", 1);
            var together = id.clone().append("p", 1);
            var both = new de.bwaldvogel.mongo.bson.Document("$and", List.of(place, id));
            assertThat(List.of(id, together, both)).allSatisfy(query -> {
                assertThat(index.canHandle(query)).isTrue();
                assertThat(index.getPositions(query)).containsExactly("a");
            });
            assertThat(index.canHandle(place)).isFalse();
        }
    }

    @Test
    void equalNumbersAreOneId() {
        onStore(collection -> {
            collection.insertOne(new Document("_id", 1));
            assertThatThrownBy(() -> collection.insertOne(new Document("_id", 1L)))
                    .isInstanceOf(MongoWriteException.class)
                    .hasMessageContaining("E11000");
            assertThat(collection.find(Filters.eq(1.0))).containsExactly(new Document("_id", 1));
        });
    }

    @Test
    void anotherUniqueIndexIsRefused() {
        onStore(collection -> assertThatThrownBy(
                        () -> collection.createIndex(Indexes.ascending("u"), new IndexOptions().unique(true)))
                .isInstanceOf(MongoCommandException.class)
                .hasMessageContaining("no unique index but that of _id"));
    }

    /** By which a school's tasks are listed: an index that is asked for and not there changes no answer. */
    @Test
    void aQueryWithoutAnIndexIsAnsweredInOrderAndInPages() {
        onStore(collection -> {
            assertThat(collection.createIndex(Indexes.ascending("u"))).isEqualTo("u_1");
            for (int i = 0; i < 6; i++) {
                collection.insertOne(new Document("_id", "t" + i)
                        .append("u", "12345" + i % 2)
                        .append("d", 9L - i / 4));
            }
            collection.updateOne(Filters.and(Filters.eq("_id", "t2"), Filters.lt("d", 10L)), Updates.set("s", "DONE"));
        });
        onStore(collection -> {
            assertThat(collection.createIndex(Indexes.ascending("u"))).isEqualTo("u_1");
            Bson school = Filters.eq("u", "123450");
            assertThat(ids(collection, school, 2)).containsExactly("t4", "t0");
            Bson after = Filters.or(Filters.gt("d", 9L), Filters.and(Filters.eq("d", 9L), Filters.gt("_id", "t0")));
            assertThat(ids(collection, Filters.and(school, after), 2)).containsExactly("t2");
            assertThat(ids(collection, Filters.and(school, Filters.lt("d", 9L)), 2))
                    .containsExactly("t4");
            assertThat(ids(collection, Filters.and(school, Filters.eq("s", "DONE")), 2))
                    .containsExactly("t2");
        });
    }

    private static List<String> ids(MongoCollection<Document> collection, Bson query, int limit) {
        return collection
                .find(query)
                .sort(Sorts.ascending("d", "_id"))
                .limit(limit)
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>());
    }

    @Test
    void manyKeysAreFoundOneByOneAndTogether() {
        List<String> ids = IntStream.range(0, 5_000)
                .mapToObj(i -> "123456/" + i * 7_919 % 5_000)
                .toList();
        onStore(collection -> collection.insertMany(
                ids.stream().map(id -> new Document("_id", id)).toList()));
        onStore(collection -> {
            assertThat(collection.find(Filters.in("_id", ids.subList(0, 500)))).hasSize(500);
            collection.deleteMany(Filters.in("_id", ids.subList(0, 4_000)));
            assertThat(collection.countDocuments()).isEqualTo(1_000);
            assertThat(ids)
                    .allSatisfy(
                            id -> assertThat(collection.find(Filters.eq(id))).hasSize(ids.indexOf(id) < 4_000 ? 0 : 1));
        });
    }

    /** On which rests that a kill leaves nothing that says more of what was written after it than is there. */
    @Test
    void mapsAreSavedInTheOrderInWhichTheirCollectionsWereMade() {
        List<String> made = List.of("positions", "registers", "classes");
        MongoServer server = new MongoServer(new BsonBackend(MVStore.open(file())));
        try (MongoClient client = MongoClients.create(server.bindAndGetConnectionString())) {
            made.forEach(client.getDatabase("test")::createCollection);
        } finally {
            server.shutdownNow();
        }
        try (MVStore store = MVStore.open(file())) {
            assertThat(made.stream()
                            .map(name -> BsonDatabase.documents(store, "test." + name)
                                    .getId()))
                    .isSorted();
        }
    }

    @Test
    void nothingIsLeftToJavasSerialization() {
        onStore(collection -> collection.insertOne(new Document("_id", "a")));
        try (MVStore store = MVStore.open(file())) {
            BsonBackend backend = new BsonBackend(store);
            assertThat(store.getMapNames().stream()
                            .filter(name -> name.startsWith("databases."))
                            .map(store::openMap))
                    .isNotEmpty()
                    .allSatisfy(map -> {
                        assertThat(map.getKeyType()).isInstanceOf(IdType.class);
                        assertThat(map.getValueType()).isInstanceOf(BsonType.class);
                    });
            assertThat(store.getMapNames()).noneMatch(name -> name.contains("_index_"));
            backend.close();
        }
    }

    private String file() {
        return folder.resolve("documents.mv").toString();
    }

    private void onStore(Consumer<MongoCollection<Document>> use) {
        MongoServer server = new MongoServer(new BsonBackend(MVStore.open(file())));
        String address = server.bindAndGetConnectionString();
        try (MongoClient client = MongoClients.create(address)) {
            use.accept(client.getDatabase("test").getCollection("documents"));
        } finally {
            server.shutdownNow();
        }
    }
}
