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
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import uk.muster.command.retention.DestroyedKeys;
import uk.muster.kernel.event.RetentionEvent.DisposalConfirmed;
import uk.muster.kernel.identity.PupilNumber;

/**
 * The file {@value #NAME} beside backups: every destruction of keys that there ever was. A backup that is older than one of them has the key still, and
 * must not bring it back.
 */
public final class DestructionJournal implements DestroyedKeys {

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

    /** @throws BackupException when the file can't be written */
    @Override
    public void note(DisposalConfirmed confirmed, List<PupilNumber> forgotten) {
        add(List.of(Destruction.of(confirmed, forgotten)));
    }

    @Override
    public List<Past> all() {
        return destructions().stream().map(Destruction::asPast).toList();
    }

    /**
     * Adds destructions, on disk when this returns. One that is there already is not added again.
     *
     * @throws BackupException when the file can't be written
     */
    synchronized void add(Collection<Destruction> destructions) {
        Set<String> known = destructions().stream().map(Destruction::disposal).collect(Collectors.toSet());
        String lines = destructions.stream()
                .filter(each -> !known.contains(each.disposal()))
                .map(each -> Snapshot.JSON.writeValueAsString(each) + "\n")
                .collect(Collectors.joining());
        if (lines.isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            long whole = Files.exists(file) ? Files.readString(file).lastIndexOf('\n') + 1 : 0;
            try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                out.truncate(whole);
                out.write(ByteBuffer.wrap(lines.getBytes(StandardCharsets.US_ASCII)), whole);
                out.force(true);
            }
        } catch (IOException e) {
            throw new BackupException("The list of destroyed keys can't be written to " + file + ".", e);
        }
    }

    /** All of them, oldest first; none when there is no such file. A last line that a crash cut is passed over: it is written again. */
    List<Destruction> destructions() {
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
