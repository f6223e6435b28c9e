package uk.muster.standalone;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import uk.muster.standalone.documents.BsonBackend;

/**
 * A document store that speaks MongoDB's wire protocol, on 127.0.0.1, kept in one file. What it holds can be rebuilt from
 * the ledger, so a file that cannot be read is moved aside and the store begins empty.
 *
 * <p>Arguments: data folder, port, {@link ReadyFile}.
 */
public final class DocumentStore {

    private static final String FILE = "documents-2.mv";

    /** Kept with a second map for each collection; whoever has one has the read models made anew. */
    private static final String FILE_BEFORE = "documents.mv";

    /** Megabytes of pages kept in memory: some two years of a large school's registers. */
    private static final int CACHE = 64;

    /** Kilobytes of changes after which the file is written before its second is over: each writing takes the paths to what changed along. */
    private static final int UNSAVED = 32 * 1024;

    private DocumentStore() {}

    public static void main(String[] args) throws IOException {
        var folder = DataFolder.makePrivate(Path.of(args[0]));
        Files.deleteIfExists(folder.resolve(FILE_BEFORE));
        var backend = open(folder.resolve(FILE));
        var server = new MongoServer(backend);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow, "store-shutdown"));
        server.bind("127.0.0.1", Integer.parseInt(args[1]));
        new ReadyFile(Path.of(args[2])).sayReady();
    }

    private static BsonBackend open(Path file) throws IOException {
        try {
            return tryOpen(file);
        } catch (MVStoreException e) {
            if (e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
                throw e;
            }
            var aside =
                    file.resolveSibling(FILE + ".unreadable-" + Instant.now().getEpochSecond());
            Files.move(file, aside);
            System.err.println("The store's file could not be read and was moved to " + aside + ": " + e.getMessage());
            return tryOpen(file);
        }
    }

    /** A store whose file fails it later (a full disk, a broken page) ends, so that it is opened afresh. */
    private static BsonBackend tryOpen(Path file) {
        var store = new MVStore.Builder()
                .fileName(file.toString())
                .cacheSize(CACHE)
                .autoCommitBufferSize(UNSAVED)
                .backgroundExceptionHandler((thread, e) -> {
                    System.err.println("The store cannot write its file: " + e);
                    Runtime.getRuntime().halt(1);
                })
                .open();
        return new BsonBackend(store);
    }
}
