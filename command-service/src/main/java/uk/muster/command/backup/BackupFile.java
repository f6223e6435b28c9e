package uk.muster.command.backup;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.Urn;

/** A backup that was written: read and checked as often as it is used. */
final class BackupFile implements AutoCloseable {

    private final Path file;
    private final ZipFile zip;
    private final Manifest manifest;

    private BackupFile(Path file, ZipFile zip, Manifest manifest) {
        this.file = file;
        this.zip = zip;
        this.manifest = manifest;
    }

    /** @throws BackupException when it is none, or of a form that is not known */
    static BackupFile open(Path file) {
        try {
            ZipFile zip = new ZipFile(file.toFile());
            ZipEntry entry = zip.getEntry(Snapshot.MANIFEST);
            if (entry == null) {
                zip.close();
                throw new BackupException(file + " is no backup, or was cut: it has no manifest.");
            }
            try (InputStream in = zip.getInputStream(entry)) {
                Manifest manifest = Snapshot.JSON.readValue(in, Manifest.class);
                if (manifest.format() != Manifest.FORMAT) {
                    throw new BackupException(file + " has a form that this version does not know.");
                }
                return new BackupFile(file, zip, manifest);
            }
        } catch (FileNotFoundException | NoSuchFileException e) {
            throw new BackupException("There is no file " + file + ".", e);
        } catch (ZipException | JacksonException e) {
            throw new BackupException(file + " is no backup, or was cut.", e);
        } catch (IOException e) {
            throw new BackupException(file + " can't be read (" + e.getMessage() + ").", e);
        }
    }

    Manifest manifest() {
        return manifest;
    }

    /**
     * Reads all of it back: every table as it was written, and the ledger in it whole.
     *
     * @param published checkpoints that were kept elsewhere, as signed notes
     * @throws BackupException saying what is wrong
     */
    LedgerCheck check(Collection<String> published, Progress progress) {
        LedgerCheck ledger = new LedgerCheck();
        published.forEach(ledger::expect);
        for (Manifest.Table table : sorted()) {
            read(table, line -> {
                switch (table.name()) {
                    case "checkpoint" ->
                        ledger.expect(CopyRow.of(line, table.columns()).text("note"));
                    case "event" -> ledger.next(event(CopyRow.of(line, table.columns())));
                    default -> {}
                }
            });
        }
        if (ledger.position() != manifest.position()) {
            throw new BackupException(
                    file + " ends at position " + ledger.position() + " and not at " + manifest.position() + ".");
        }
        progress.say("  " + ledger.position() + " events hold, and " + ledger.checkpoints() + " checkpoints of them");
        return ledger;
    }

    /** Checkpoints come before the events that they are held against. */
    private List<Manifest.Table> sorted() {
        return manifest.tables().stream()
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .toList();
    }

    private void read(Manifest.Table table, Consumer<String> line) {
        Measured measured = new Measured();
        try (BufferedReader rows = new BufferedReader(
                new InputStreamReader(measured.from(open(table)), StandardCharsets.UTF_8), 1 << 16)) {
            for (String row = rows.readLine(); row != null; row = rows.readLine()) {
                line.accept(row);
            }
        } catch (IOException e) {
            throw new BackupException(file + " can't be read at table " + table.name() + ".", e);
        }
        if (measured.rows() != table.rows() || !measured.digest().equals(table.sha256())) {
            throw new BackupException(file + " was altered in table " + table.name() + ".");
        }
    }

    InputStream open(Manifest.Table table) throws IOException {
        ZipEntry entry = zip.getEntry(table.entry());
        return Optional.ofNullable(entry == null ? null : zip.getInputStream(entry))
                .orElseThrow(() -> new BackupException(file + " lacks table " + table.name() + "."));
    }

    private static StoredEvent event(CopyRow row) {
        return new StoredEvent(
                row.number("position"),
                row.uuid("id"),
                new Urn((int) row.number("urn")),
                row.text("stream"),
                row.number("seq"),
                row.text("type"),
                row.instant("recorded_at"),
                row.bytes("metadata"),
                row.bytes("payload"),
                row.bytes("previous_hash"),
                row.bytes("hash"));
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new BackupException(file + " can't be closed.", e);
        }
    }
}
