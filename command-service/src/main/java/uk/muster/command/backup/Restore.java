package uk.muster.command.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Puts a backup back, after all of it was checked, and never brings back a key that was destroyed. */
public final class Restore {

    private Restore() {}

    /**
     * @param owner of the schema, on a database without a ledger
     * @param journals lists of destroyed keys beside the one that lies beside the backup; one that is not there is passed over
     * @param journalTo the folder of backups of the service that is to run on the database, where the list goes on; whoever is carried forward is so by
     *     its first start, and the keys that were kept for that go then
     * @param published checkpoints that were kept elsewhere, a signed note a file
     * @throws BackupException saying why nothing was restored
     */
    public static void run(
            DataSource owner, Path file, List<Path> journals, List<Path> published, Path journalTo, Progress progress) {
        try (BackupFile backup = BackupFile.open(file)) {
            progress.say("Checking " + file + ", made at " + backup.manifest().madeAt());
            LedgerCheck ledger = backup.check(notes(published), progress);
            progress.say("Restoring");
            List<Destruction> destructions = destructions(file, journals);
            DestructionJournal.in(journalTo).add(destructions);
            new Restoring(owner, progress).restore(backup, destructions);
            progress.say("Restored up to position " + ledger.position() + ", root " + ledger.root());
            if (ledger.published() > 0) {
                progress.say("A checkpoint of " + ledger.published() + " events was published: what was recorded after "
                        + ledger.position()
                        + " is lost. Tell those who keep checkpoints that the ledger goes on from there.");
            }
        }
    }

    private static List<String> notes(List<Path> published) {
        List<String> notes = new ArrayList<>();
        for (Path note : published) {
            try {
                notes.add(Files.readString(note));
            } catch (IOException e) {
                throw new BackupException("The checkpoint " + note + " can't be read.", e);
            }
        }
        return notes;
    }

    /** Each once, from whatever list. */
    private static List<Destruction> destructions(Path file, List<Path> journals) {
        List<Path> lists = new ArrayList<>(journals);
        lists.add(file.toAbsolutePath().resolveSibling(DestructionJournal.NAME));
        Map<String, Destruction> all = new LinkedHashMap<>();
        lists.forEach(
                list -> DestructionJournal.of(list).destructions().forEach(each -> all.put(each.disposal(), each)));
        return List.copyOf(all.values());
    }
}
