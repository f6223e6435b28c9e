package uk.muster.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Everyone who can sign in, in the order of the file. */
record People(List<Someone> everyone) {

    private static final JsonMapper JSON = JsonMapper.shared();

    People {
        everyone = List.copyOf(everyone);
    }

    /** Reads the file, which is made with the people of the demo when it is not there, so that others can be written into it. */
    static People of(Path file) {
        try {
            if (Files.notExists(file)) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                try (InputStream demo = People.class.getResourceAsStream("people.json")) {
                    Files.write(file, Objects.requireNonNull(demo).readAllBytes());
                }
            }
            return new People(List.of(JSON.readValue(Files.readString(file), Someone[].class)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Someone> find(String id) {
        return everyone.stream().filter(someone -> someone.id().equals(id)).findFirst();
    }
}
