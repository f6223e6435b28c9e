package uk.muster.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A topic's number of partitions is that of its folder, from the first start on. */
class PartitionsTest {

    @TempDir
    private Path temporary;

    @Test
    void aNewFolderKeepsTheNumberItBeganWith() throws IOException {
        var folder = new DataFolder(temporary.resolve("new"));

        assertThat(Partitions.of(folder)).isEqualTo(2);
        Files.createDirectories(folder.kafka());
        assertThat(Partitions.of(folder)).isEqualTo(2);
    }

    @Test
    void aFolderFromBeforeTheNumberWasWrittenDownHasTwelve() throws IOException {
        var folder = new DataFolder(temporary.resolve("older"));
        Files.createDirectories(folder.kafka());

        assertThat(Partitions.of(folder)).isEqualTo(12);
        assertThat(Partitions.of(folder)).isEqualTo(12);
    }

    @Test
    void aFileWithoutANumberIsNamedWithWhatToWrite() throws IOException {
        var folder = new DataFolder(temporary);
        for (String damaged : List.of("", "0", "two", "12345")) {
            Files.writeString(folder.partitions(), damaged);

            assertThatThrownBy(() -> Partitions.of(folder))
                    .isInstanceOf(LaunchProblem.class)
                    .hasMessageContainingAll(folder.partitions().toString(), "write it again");
        }
    }
}
