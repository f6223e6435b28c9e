package uk.muster.command.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** A folder of backups, each a file {@code muster-<instant>.zip} that is there only once it was read back and found whole. */
public final class Backups {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'muster-'yyyyMMdd'T'HHmmss'Z.zip'").withZone(ZoneOffset.UTC);

    private final Path folder;

    public Backups(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes a backup while everything runs, reads it back and checks it.
     *
     * @param now business time, which names it
     * @return where it lies
     * @throws BackupException saying why there is none
     */
    public Path make(DataSource database, Instant now, Progress progress) {
        Path file = folder.resolve(NAME.format(now));
        Path part = folder.resolve(file.getFileName() + ".part");
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(part);
            Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            progress.say("Writing " + file);
            new Snapshot(database, progress).write(part, now);
            progress.say("Reading it back");
            try (BackupFile written = BackupFile.open(part)) {
                written.check(List.of(), progress);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            return file;
        } catch (IOException e) {
            throw new BackupException("The backup can't be written to " + folder + " (" + e.getMessage() + ").", e);
        }
    }

    /** When the newest was made; empty when there is none. */
    Optional<Instant> newest() {
        return all().map(Backups::madeAt).flatMap(Optional::stream).max(Comparator.naturalOrder());
    }

    /** Every whole backup in the folder. */
    Stream<Path> all() {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> madeAt(file).isPresent()).sorted().toList().stream();
        } catch (IOException e) {
            throw new BackupException("The folder of backups " + folder + " can't be read.", e);
        }
    }

    private static Optional<Instant> madeAt(Path file) {
        try {
            return Optional.of(Instant.from(NAME.parse(file.getFileName().toString())));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
