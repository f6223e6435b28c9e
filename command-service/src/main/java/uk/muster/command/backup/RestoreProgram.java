package uk.muster.command.backup;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code RestoreProgram FILE --journal-to FOLDER [--destroyed FILE]... [--published FILE]...}: checks a backup and puts it into the empty database that
 * {@code MUSTER_DATABASE_URL}, {@code MUSTER_DATABASE_USER} (the schema's owner) and {@code MUSTER_DATABASE_PASSWORD} name. Ends with 0, or with 1 and a
 * sentence, and then nothing was restored.
 */
public final class RestoreProgram {

    private RestoreProgram() {}

    public static void main(String[] arguments) {
        try {
            Restore.run(
                    BackupProgram.database(),
                    Path.of(arguments[0]),
                    valuesOf("--destroyed", arguments),
                    valuesOf("--published", arguments),
                    valuesOf("--journal-to", arguments).getFirst(),
                    System.out::println);
        } catch (BackupException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static List<Path> valuesOf(String option, String[] arguments) {
        List<Path> values = new ArrayList<>();
        for (int i = 1; i + 1 < arguments.length; i += 2) {
            if (arguments[i].equals(option)) {
                values.add(Path.of(arguments[i + 1]));
            }
        }
        return values;
    }
}
