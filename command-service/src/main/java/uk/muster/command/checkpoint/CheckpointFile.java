package uk.muster.command.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file that holds the newest checkpoint; whoever reads it meanwhile finds the old one or the new one, whole. */
public final class CheckpointFile implements Publisher {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointFile.class);

    private final Path file;

    public CheckpointFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    @Override
    public String name() {
        return "the file " + file;
    }

    @Override
    public boolean publish(String note) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(fresh, note);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException e) {
            LOG.debug("The file of the newest checkpoint can't be written.", e);
            return false;
        }
    }
}
