package uk.muster.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a program without a readiness probe of its own says that it is ready: the file holds its process id from then on. */
record ReadyFile(Path file) {

    void sayReady() throws IOException {
        DataFolder.writePrivate(file, Long.toString(ProcessHandle.current().pid()));
    }

    boolean says(ProcessHandle process) {
        try {
            return Files.exists(file) && Files.readString(file).equals(Long.toString(process.pid()));
        } catch (IOException e) {
            return false;
        }
    }
}
