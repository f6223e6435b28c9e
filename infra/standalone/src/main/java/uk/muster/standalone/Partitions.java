package uk.muster.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;

/**
 * Into how many partitions the topic of events is divided. A topic keeps its number for ever, so it is written down before the broker first starts. On
 * one machine a single service reads all of them, and each costs a batch of its own whenever events come.
 */
final class Partitions {

    private static final int OF_NEW_FOLDERS = 2;

    /** As it was before the number was written down. */
    private static final int OF_OLDER_FOLDERS = 12;

    private static final Pattern A_NUMBER = Pattern.compile("[1-9][0-9]{0,3}");

    private Partitions() {}

    /** @throws LaunchProblem when the file of the number holds none */
    static int of(DataFolder folder) throws IOException {
        var file = folder.partitions();
        if (!Files.exists(file)) {
            int wanted = Files.exists(folder.kafka()) ? OF_OLDER_FOLDERS : OF_NEW_FOLDERS;
            DataFolder.writePrivate(file, Integer.toString(wanted));
        }
        String written = Files.readString(file).strip();
        if (!A_NUMBER.matcher(written).matches()) {
            throw new LaunchProblem(
                    "The file %s should hold how many partitions the topic of events has, a number above 0: write it again, 12 if you don't know it; command-service's log names the number if it is another."
                            .formatted(file));
        }
        return Integer.parseInt(written);
    }
}
