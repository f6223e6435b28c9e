package uk.muster.kernel.sealing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;

/**
 * The master key in a file, a line of 32 bytes in base64. While it is being changed the file has two lines: the first wraps, the other still opens what was
 * wrapped before. The file is read again when a key opens under none of them, so that a service that runs follows the change.
 */
public final class MasterKeyFile implements KeyWrapping {

    private final Path file;
    private volatile List<MasterKey> keys;

    private MasterKeyFile(Path file) {
        this.file = file;
        this.keys = read(file);
    }

    /** @throws IllegalArgumentException with a sentence for the operator when the file can't be read or has no such key */
    public static MasterKeyFile open(Path file) {
        return new MasterKeyFile(file);
    }

    private static List<MasterKey> read(Path file) {
        try {
            List<MasterKey> keys = Files.readString(file)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .map(line -> new MasterKey(Base64.getDecoder().decode(line)))
                    .toList();
            if (keys.isEmpty()) {
                throw new IllegalArgumentException("There is no key.");
            }
            return keys;
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The master key file " + file
                            + " can't be read as 32 bytes in base64; name it with muster.keys.master-file.",
                    e);
        }
    }

    /** Reads the file again. */
    public void reload() {
        keys = read(file);
    }

    @Override
    public byte[] wrap(SecretKey dataKey) {
        return keys.getFirst().wrap(dataKey);
    }

    @Override
    public SecretKey unwrap(byte[] wrapped) {
        return opened(wrapped).orElseGet(() -> {
            reload();
            return opened(wrapped)
                    .orElseThrow(() -> new IllegalStateException(
                            "A data key does not open under this master key: is it the right file?"));
        });
    }

    /** Whether a key was wrapped by the newest master key. */
    public boolean isNewest(byte[] wrapped) {
        return keys.getFirst().open(wrapped).isPresent();
    }

    private Optional<SecretKey> opened(byte[] wrapped) {
        return keys.stream().flatMap(key -> key.open(wrapped).stream()).findFirst();
    }
}
