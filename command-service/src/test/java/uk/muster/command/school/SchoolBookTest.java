package uk.muster.command.school;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.muster.command.keys.InMemoryKeys;
import uk.muster.command.keys.Vault;
import uk.muster.kernel.identity.Urn;

class SchoolBookTest {

    private final List<String> read = new ArrayList<>();

    @Test
    void aSchoolIsReadOnceUntilAnotherInstanceMayHaveChangedIt() {
        SchoolBook schools = new SchoolBook(
                stream -> {
                    read.add(stream);
                    return List.of();
                },
                new Vault(new InMemoryKeys(), new SecureRandom(), InstantSource.system()));
        Urn urn = new Urn(123_456);
        assertThat(schools.find(urn)).isEmpty();
        assertThat(schools.find(urn)).isEmpty();
        assertThat(read).hasSize(1);

        schools.begin(7);

        assertThat(schools.find(urn)).isEmpty();
        assertThat(read).hasSize(2);
    }
}
