package uk.muster.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.muster.verifier.proof.BrokenNoteException;
import uk.muster.verifier.proof.NoteKey;

class SecretsTest {

    @TempDir
    private Path temporary;

    @Test
    void theKeyOfTheCheckpointsIsMadeOnceAndItsPublicHalfIsWhatAVerifierReads()
            throws IOException, BrokenNoteException {
        var folder = new DataFolder(temporary);
        new Secrets(folder).make();
        var made = Files.readString(folder.checkpointPublicKey());

        new Secrets(folder).make();

        assertThat(NoteKey.parse(made).name()).isEqualTo(CheckpointKeyFiles.NAME);
        assertThat(folder.checkpointPublicKey()).hasContent(made);
        assertThat(folder.checkpointKey()).content().startsWith("-----BEGIN PRIVATE KEY-----");
    }
}
