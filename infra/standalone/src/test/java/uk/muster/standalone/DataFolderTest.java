package uk.muster.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    private Path temporary;

    @Test
    void aFolderThatIsNotThereIsMadeForItsOwnerAlone() throws IOException {
        var folder = new DataFolder(temporary.resolve("a/b"));
        folder.makeUsable();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.root())))
                .isEqualTo("rwx------");
    }

    @Test
    void aFolderMarkedReadOnlyIsRefusedForRootToo() throws IOException {
        var folder = new DataFolder(temporary);
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("r-xr-xr-x"));
        assertThatThrownBy(folder::makeUsable)
                .isInstanceOf(LaunchProblem.class)
                .hasMessageContaining("cannot be written to")
                .hasMessageContaining("--data");
    }

    @Test
    void aFileInItsPlaceIsRefused() throws IOException {
        var folder = new DataFolder(Files.createFile(temporary.resolve("data")));
        assertThatThrownBy(folder::makeUsable).isInstanceOf(LaunchProblem.class).hasMessageContaining("is a file");
    }

    @Test
    void aFullFolderIsRefusedWithWhatIsFreeAndWhatIsNeeded() {
        var folder = new DataFolder(temporary);
        assertThatThrownBy(() -> folder.makeUsable(Long.MAX_VALUE))
                .isInstanceOf(LaunchProblem.class)
                .hasMessageContaining("MB free")
                .hasMessageContaining("free some space");
    }

    @Test
    void aPrivateFileIsReadableByItsOwnerAloneAndReplacedWhole() throws IOException {
        var file = temporary.resolve("secrets/one");
        DataFolder.writePrivate(file, "first");
        DataFolder.writePrivate(file, "second");
        assertThat(file).hasContent("second");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(file.getParent()).isDirectoryContaining(path -> path.equals(file));
    }

    @Test
    void whatAnInterruptedAttemptLeftIsRemoved() throws IOException {
        var folder = temporary.resolve("in-the-making");
        Files.createDirectories(folder.resolve("deep"));
        Files.writeString(folder.resolve("deep/half"), "half");
        assertThat(DataFolder.makeAnew(folder)).isEmptyDirectory();
    }
}
