package uk.muster.standalone;

import java.io.IOException;
import java.nio.file.Files;

/**
 * Into how many partitions the topic of events is divided. A topic keeps its number for ever, so it is written down before the broker first starts. On
 * one machine a single service reads all of them, and each costs a batch of its own whenever events come.
 */
final class Partitions {

    private static final int OF_NEW_FOLDERS = 2;

    /** As it was before the number was written down. */
    private static final int OF_OLDER_FOLDERS = 12;

    private Partitions() {}

    static int of(DataFolder folder) throws IOException {
        var file = folder.partitions();
        if (!Files.exists(file)) {
            int wanted = Files.exists(folder.kafka()) ? OF_OLDER_FOLDERS : OF_NEW_FOLDERS;
            DataFolder.writePrivate(file, Integer.toString(wanted));
        }
        return Integer.parseInt(Files.readString(file).strip());
    }
}
