package uk.muster.query.store;

import static org.bson.codecs.configuration.CodecRegistries.fromCodecs;
import static org.bson.codecs.configuration.CodecRegistries.fromRegistries;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.codecs.BsonValueCodecProvider;
import org.bson.codecs.ValueCodecProvider;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;

/**
 * One database that holds all projections, with the place up to which they hold the topic. The store of standalone has no secondary indexes,
 * so nothing is ever looked for but by {@code _id}; only {@link #tasks() tasks},
 * which are few, are looked through where there is no index.
 */
public final class Projection {

    /**
     * Documents asked for in one query. The store of standalone holds each that it finds against each that was asked for, so a year's 380 are not asked
     * for at once.
     */
    private static final int IDS_AT_ONCE = 64;

    private static final String POSITIONS = "positions";

    private static final CodecRegistry CODECS = fromRegistries(
            fromCodecs(new StreamCodec(), new ClassCodec(), new OpenTasksCodec()),
            CodecRegistries.fromProviders(new BsonValueCodecProvider(), new ValueCodecProvider()));

    private final MongoDatabase database;

    public Projection(MongoClient client, String name) {
        this.database = client.getDatabase(name).withCodecRegistry(CODECS);
    }

    public String name() {
        return database.getName();
    }

    /** Registers by their {@link RegisterKey}. */
    public MongoCollection<StreamDocument> registers() {
        return database.getCollection("registers", StreamDocument.class);
    }

    /** Pupils by {@code urn/pupil number}. */
    public MongoCollection<StreamDocument> pupils() {
        return database.getCollection("pupils", StreamDocument.class);
    }

    /** How pupils' absences were followed up, by {@code urn/pupil number/absence}. */
    public MongoCollection<StreamDocument> absences() {
        return database.getCollection("absences", StreamDocument.class);
    }

    /** Schools by {@code urn}. */
    public MongoCollection<StreamDocument> schools() {
        return database.getCollection("schools", StreamDocument.class);
    }

    /** Classes by {@code urn/group}. */
    public MongoCollection<ClassDocument> classes() {
        return database.getCollection("classes", ClassDocument.class);
    }

    /** The groups of each school: {@code {_id: urn, p: position, g: [group]}}. */
    public MongoCollection<BsonDocument> groups() {
        return database.getCollection("groups", BsonDocument.class);
    }

    /** Pupil numbers by the MIS's id: {@code {_id: urn/pupilId, p: position, n: pupil number}}. */
    public MongoCollection<BsonDocument> pupilIds() {
        return database.getCollection("pupil_ids", BsonDocument.class);
    }

    /**
     * Where each child is or was on roll, by the index of the UPN: {@code {_id: index, s: [urn/pupil number]}}. A place stays when the UPN of a pupil
     * is corrected, so that whoever reads one looks whether the pupil still has it.
     */
    public MongoCollection<BsonDocument> upns() {
        return database.getCollection("upns", BsonDocument.class);
    }

    /**
     * The pupils of a school who are or were on roll at others too: {@code {_id: urn, n: [pupil number]}}. One stays when a UPN is corrected, so that whoever
     * reads a number looks in {@link #upns()}.
     */
    public MongoCollection<BsonDocument> knownElsewhere() {
        return database.getCollection("known_elsewhere", BsonDocument.class);
    }

    /** A school's tasks by their ids, {@link TaskDocument} each; looked for by {@link TaskDocument#URN}, of which there should be an index. */
    public MongoCollection<BsonDocument> tasks() {
        return database.getCollection("tasks", BsonDocument.class);
    }

    /**
     * The registers in which something happened to a pupil on a later day than the session's, by {@code urn/pupil number}: {@code {_id, r: [register]}}.
     */
    public MongoCollection<BsonDocument> laterEntries() {
        return database.getCollection("later_entries", BsonDocument.class);
    }

    /** A school's tasks that are open, by {@code urn}. */
    public MongoCollection<OpenTasks> openTasks() {
        return database.getCollection("open_tasks", OpenTasks.class);
    }

    /**
     * The schools that ever named a trust as theirs: {@code {_id: trust, s: [urn]}}. A school stays when it goes to another trust, so that whoever reads one
     * looks which it names.
     */
    public MongoCollection<BsonDocument> trusts() {
        return database.getCollection("schools_of_trusts", BsonDocument.class);
    }

    /** How far each partition is held: {@code {_id: partition, next: offset, last: position}}. Written last of every batch. */
    public MongoCollection<BsonDocument> positions() {
        return database.getCollection(POSITIONS, BsonDocument.class);
    }

    /**
     * Makes the collection of positions, before there is any other. The store of standalone saves its collections one after the other in the order in
     * which they were made: a kill in between leaves positions that are behind what is held, and none that are ahead of it.
     */
    public void begin() {
        if (!database.listCollectionNames().into(new ArrayList<>()).contains(POSITIONS)) {
            database.createCollection(POSITIONS);
        }
    }

    /** The document of that id. */
    public static <T> Optional<T> find(MongoCollection<T> collection, String id) {
        return Optional.ofNullable(collection.find(Filters.eq("_id", id)).first());
    }

    /** Those of the documents that are there, by id. */
    public static <T> Map<String, T> find(
            MongoCollection<T> collection, Collection<String> ids, Function<T, String> idOf) {
        Map<String, T> found = new HashMap<>();
        forEach(collection, ids, document -> found.put(idOf.apply(document), document));
        return found;
    }

    /** Each of the documents that are there, in no order. */
    public static <T> void forEach(MongoCollection<T> collection, Collection<String> ids, Consumer<T> action) {
        List<String> all = new ArrayList<>(ids);
        for (int from = 0; from < all.size(); from += IDS_AT_ONCE) {
            List<String> some = all.subList(from, Math.min(all.size(), from + IDS_AT_ONCE));
            collection.find(Filters.in("_id", some)).batchSize(IDS_AT_ONCE).forEach(action);
        }
    }

    public void drop() {
        database.drop();
    }
}
