package uk.muster.command.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import uk.muster.kernel.event.RetentionEvent.DisposalConfirmed;
import uk.muster.kernel.identity.PupilNumber;

/**
 * The file {@value #NAME} beside backups: every destruction of keys that there ever was. A backup that is older than one of them has the key still, and
 * must not bring it back.
 */
public final class DestructionJournal {

    static final String NAME = "destroyed-keys.ndjson";

    private final Path file;

    private DestructionJournal(Path file) {
        this.file = file;
    }

    public static DestructionJournal in(Path folder) {
        return new DestructionJournal(folder.resolve(NAME));
    }

    static DestructionJournal of(Path file) {
        return new DestructionJournal(file);
    }

    /**
     * Adds a destruction, on disk when this returns. One that is there already is not added again.
     *
     * @throws BackupException when the file can't be written
     */
    public synchronized void add(DisposalConfirmed confirmed, List<PupilNumber> forgotten) {
        Destruction destruction = Destruction.of(confirmed, forgotten);
        Set<String> known = all().stream().map(Destruction::disposal).collect(Collectors.toSet());
        if (known.contains(destruction.disposal())) {
            return;
        }
        byte[] line = (Snapshot.JSON.writeValueAsString(destruction) + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (FileChannel out = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
                out.write(ByteBuffer.wrap(line));
                out.force(true);
            }
        } catch (IOException e) {
            throw new BackupException("The list of destroyed keys can't be written to " + file + ".", e);
        }
    }

    /** All of them, oldest first; none when there is no such file. A last line that a crash cut is passed over: it is written again. */
    List<Destruction> all() {
        List<Destruction> all = new ArrayList<>();
        try {
            for (String line : Files.readString(file).split("(?<=\n)", -1)) {
                if (line.endsWith("\n")) {
                    all.add(Snapshot.JSON.readValue(line, Destruction.class));
                }
            }
            return all;
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException | JacksonException e) {
            throw new BackupException("The list of destroyed keys can't be read from " + file + ".", e);
        }
    }
}
