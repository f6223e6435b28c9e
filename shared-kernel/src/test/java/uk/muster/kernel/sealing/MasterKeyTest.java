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
        assertThat(MasterKeyFile.open(file).unwrap(new MasterKey(bytes(1)).wrap(DATA_KEY)))
                .isEqualTo(DATA_KEY);
    }

    @Test
    void whileItIsChangedTheFirstLineWrapsAndTheSecondStillOpens() throws IOException {
        Path file = Files.writeString(folder.resolve("master.key"), line(1));
        MasterKeyFile running = MasterKeyFile.open(file);
        byte[] before = running.wrap(DATA_KEY);
        Files.writeString(file, line(2) + line(1));
        running.reload();
        byte[] after = running.wrap(DATA_KEY);
        assertThat(running.isNewest(before)).isFalse();
        assertThat(running.isNewest(after)).isTrue();
        assertThat(running.unwrap(before)).isEqualTo(DATA_KEY);
        assertThat(new MasterKey(bytes(2)).unwrap(after)).isEqualTo(DATA_KEY);
        Files.writeString(file, line(2));
        running.reload();
        assertThatIllegalStateException().isThrownBy(() -> running.unwrap(before));
    }

    @Test
    void aKeyThatOpensUnderNoneIsReasonToLookIntoTheFileAgain() throws IOException {
        Path file = Files.writeString(folder.resolve("master.key"), line(1));
        MasterKeyFile running = MasterKeyFile.open(file);
        Files.writeString(file, line(2) + line(1));
        assertThat(running.unwrap(new MasterKey(bytes(2)).wrap(DATA_KEY))).isEqualTo(DATA_KEY);
    }

    private static String line(int first) {
        return Base64.getEncoder().encodeToString(bytes(first)) + "\n";
    }

    @Test
    void aFileThatIsNotThereGetsASentence() {
        Path file = folder.resolve("nowhere.key");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MasterKeyFile.open(file))
                .withMessageContaining(file.toString())
                .withMessageContaining("muster.keys.master-file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not base64!", "c2hvcnQ="})
    void aFileThatIsNoKeyGetsTheSameSentenceAndIsNotQuoted(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("master.key"), content);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MasterKeyFile.open(file))
                .withMessageStartingWith("The master key file " + file + " can't be read");
    }
}
