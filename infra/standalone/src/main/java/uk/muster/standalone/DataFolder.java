package uk.muster.standalone;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds all state of one standalone instance.
 *
 * @param root absolute and normalised
 */
public record DataFolder(Path root) {

    /** Room for a fresh database, the broker's indexes and a first term of registers, in bytes. */
    static final long LEAST_FREE_SPACE = 512L * 1024 * 1024;

    private static final Set<PosixFilePermission> PRIVATE_FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> PRIVATE_FILE = PosixFilePermissions.fromString("rw-------");

    public DataFolder {
        root = root.toAbsolutePath().normalize();
    }

    /**
     * Makes the folder if need be and sees that it can hold an instance.
     *
     * @throws LaunchProblem when it is a file, read-only or has less than {@link #LEAST_FREE_SPACE} bytes free
     */
    void makeUsable() {
        makeUsable(LEAST_FREE_SPACE);
    }

    void makeUsable(long leastFreeSpace) {
        try {
            makePrivate(root);
            refuseReadOnlyMark();
            Files.delete(Files.createTempFile(root, "write-check", ""));
        } catch (FileAlreadyExistsException e) {
            throw new LaunchProblem("%s is a file: choose a folder with --data.".formatted(e.getFile()), e);
        } catch (IOException e) {
            throw readOnly(e);
        }
        long free = freeSpace();
        if (free < leastFreeSpace) {
            throw new LaunchProblem(
                    "The data folder %s has %d MB free and Muster needs %d MB: free some space, or choose another folder with --data."
                            .formatted(root, free >> 20, leastFreeSpace >> 20));
        }
    }

    /** A superuser writes where permissions forbid it; whoever took the folder's write permission away meant it all the same. */
    private void refuseReadOnlyMark() throws IOException {
        var view = Files.getFileAttributeView(root, PosixFileAttributeView.class);
        if (view != null && !view.readAttributes().permissions().contains(PosixFilePermission.OWNER_WRITE)) {
            throw readOnly(null);
        }
    }

    private LaunchProblem readOnly(@Nullable IOException cause) {
        return new LaunchProblem(
                "The data folder %s cannot be written to: give this user the right to write there, or choose another folder with --data."
                        .formatted(root),
                cause);
    }

    private long freeSpace() {
        try {
            return Files.getFileStore(root).getUsableSpace();
        } catch (IOException e) {
            throw readOnly(e);
        }
    }

    /** The lock that a running supervisor holds. */
    Path lock() {
        return root.resolve("lock");
    }

    /** Addresses and process ids, there while an instance runs. */
    Path instance() {
        return root.resolve("instance.json");
    }

    /** PostgreSQL's programs and its cluster. */
    Path postgresql() {
        return root.resolve("postgresql");
    }

    Path kafka() {
        return root.resolve("kafka");
    }

    /** Into how many partitions the topic of events is divided. */
    Path partitions() {
        return root.resolve("partitions");
    }

    /** Backups that the instance makes by itself, and the list of keys that were destroyed. */
    Path backups() {
        return root.resolve("backups");
    }

    Path documents() {
        return root.resolve("documents");
    }

    /** Passwords of the database roles, one file each. */
    Path secrets() {
        return root.resolve("secrets");
    }

    Path masterKey() {
        return root.resolve("keys").resolve("master.key");
    }

    /** The private key that the ledger's checkpoints are signed with. */
    Path checkpointKey() {
        return root.resolve("keys").resolve("checkpoint.pem");
    }

    /** Its public key, to be given to whoever checks an export. */
    Path checkpointPublicKey() {
        return root.resolve("checkpoint-key.pub");
    }

    /** The ledger's newest checkpoint. */
    Path checkpoint() {
        return root.resolve("checkpoint");
    }

    /** The key pair that tokens of this instance are signed with. */
    Path identity() {
        return root.resolve("identity");
    }

    Path log(String name) {
        return root.resolve("logs").resolve(name + ".log");
    }

    /** Which process runs under a name, kept to find what a killed supervisor left behind. */
    Path processFile(String name) {
        return run().resolve(name + ".pid");
    }

    Path run() {
        return root.resolve("run");
    }

    /** Makes a folder that its owner alone may enter, and those above it. */
    static Path makePrivate(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return folder;
        }
        return Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(PRIVATE_FOLDER));
    }

    /** Writes a file that its owner alone may read; whoever reads it meanwhile finds the old text or the new one, whole. */
    static void writePrivate(Path file, String text) throws IOException {
        var folder = makePrivate(file.toAbsolutePath().getParent());
        var fresh = Files.createTempFile(
                folder, file.getFileName().toString(), ".new", PosixFilePermissions.asFileAttribute(PRIVATE_FILE));
        try {
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException e) {
            throw new IOException("Somebody removed " + folder + " while it was in use", e);
        }
    }

    /** A new, empty folder of that name: what an interrupted attempt left there is removed. */
    static Path makeAnew(Path folder) throws IOException {
        if (Files.exists(folder)) {
            delete(folder);
        }
        return makePrivate(folder);
    }

    /** Deletes a folder with all that is in it. */
    static void delete(Path folder) throws IOException {
        try (var below = Files.walk(folder)) {
            for (var path : below.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
