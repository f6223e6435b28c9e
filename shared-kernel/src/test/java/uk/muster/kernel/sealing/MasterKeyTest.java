package uk.muster.kernel.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The key in a file that wraps every other. */
class MasterKeyTest {

    private static final SecretKey DATA_KEY = new SecretKeySpec(bytes(5), "AES");

    @TempDir
    Path folder;

    private static byte[] bytes(int first) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) first;
        return bytes;
    }

    @Test
    void aDataKeyOpensUnderTheKeyThatWrappedIt() {
        byte[] wrapped = new MasterKey(bytes(1)).wrap(DATA_KEY);
        assertThat(wrapped).hasSize(40);
        assertThat(new MasterKey(bytes(1)).unwrap(wrapped)).isEqualTo(DATA_KEY);
    }

    @Test
    void anotherKeyIsRefusedWithAQuestionForTheOperator() {
        byte[] wrapped = new MasterKey(bytes(1)).wrap(DATA_KEY);
        assertThatIllegalStateException()
                .isThrownBy(() -> new MasterKey(bytes(2)).unwrap(wrapped))
                .withMessageContaining("right file");
    }

    @Test
    void aWrappedKeyThatWasChangedIsRefused() {
        byte[] wrapped = new MasterKey(bytes(1)).wrap(DATA_KEY);
        wrapped[20] ^= 1;
        assertThatIllegalStateException().isThrownBy(() -> new MasterKey(bytes(1)).unwrap(wrapped));
    }

    @Test
    void aFileMayEndWithALineBreak() throws IOException {
        Path file = Files.writeString(
                folder.resolve("master.key"), Base64.getEncoder().encodeToString(bytes(1)) + "\n");
        assertThat(MasterKey.read(file).unwrap(new MasterKey(bytes(1)).wrap(DATA_KEY)))
                .isEqualTo(DATA_KEY);
    }

    @Test
    void aFileThatIsNotThereGetsASentence() {
        Path file = folder.resolve("nowhere.key");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MasterKey.read(file))
                .withMessageContaining(file.toString())
                .withMessageContaining("muster.keys.master-file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not base64!", "c2hvcnQ="})
    void aFileThatIsNoKeyGetsTheSameSentenceAndIsNotQuoted(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("master.key"), content);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MasterKey.read(file))
                .withMessageStartingWith("The master key file " + file + " can't be read");
    }
}
