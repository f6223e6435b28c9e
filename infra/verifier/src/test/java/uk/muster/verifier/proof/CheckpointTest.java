package uk.muster.verifier.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {

    private static final TestSigner SIGNER = new TestSigner("ledger.example/one");
    private static final byte[] ROOT = MerkleHash.leaf(new byte[] {7});
    private static final String NOTE = SIGNER.checkpoint(20_000, ROOT);

    /** The example of Go's {@code sumdb/note}, by another hand than ours. */
    @Test
    void theExampleOfTheFormatHolds() throws BrokenNoteException {
        NoteKey key = NoteKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        byte[] signature = Base64.getDecoder()
                .decode("x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=");
        byte[] bare = Arrays.copyOfRange(signature, 4, signature.length);
        String text = """
                If you think cryptography is the answer to your problem,
                then you don't know what your problem is.
                """;

        assertThat(signature).startsWith(key.id());
        assertThat(key.signed(text.getBytes(StandardCharsets.UTF_8), bare)).isTrue();
        assertThat(key.signed((text + "\n").getBytes(StandardCharsets.UTF_8), bare))
                .isFalse();
    }

    @Test
    void saysWhatTheLedgerWas() throws BrokenNoteException {
        Checkpoint checkpoint = Checkpoint.parse(NOTE);

        assertThat(checkpoint.size()).isEqualTo(20_000);
        assertThat(checkpoint.root()).isEqualTo(ROOT);
        assertThat(checkpoint.isSignedBy(NoteKey.parse(SIGNER.publicKey()))).isTrue();
    }

    @Test
    void holdsUnderNoOtherKeyNameOrText() throws BrokenNoteException {
        NoteKey key = NoteKey.parse(SIGNER.publicKey());
        NoteKey sameName = NoteKey.parse(new TestSigner("ledger.example/one").publicKey());

        assertThat(Checkpoint.parse(NOTE).isSignedBy(sameName)).isFalse();
        assertThat(Checkpoint.parse(NOTE.replace("20000", "20001")).isSignedBy(key))
                .isFalse();
        assertThat(Checkpoint.parse(NOTE.replace("— ledger.example/one", "— ledger.example/two"))
                        .isSignedBy(key))
                .isFalse();
    }

    @Test
    void aNoteOfAnotherLedgerSignedWithTheSameKeyIsNotTaken() throws BrokenNoteException {
        String other =
                SIGNER.signed("ledger.example/two\n5\n" + Base64.getEncoder().encodeToString(ROOT) + "\n");

        assertThat(Checkpoint.parse(other).isSignedBy(NoteKey.parse(SIGNER.publicKey())))
                .isFalse();
    }

    @Test
    void othersMaySignToo() throws BrokenNoteException {
        String witness = NOTE + "— witness.example AAAAAAAA\n";

        assertThat(Checkpoint.parse(witness).isSignedBy(NoteKey.parse(SIGNER.publicKey())))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a\n1\nAAAA\n",
                "a\n1\n\n— a AAAA\n",
                "a\n01\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n— a AAAA\n",
                "a\n-1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n— a AAAA\n",
                "a\n1\nAAAA\n\n— a AAAA\n",
                "a\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n- a AAAA\n",
                "a\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n— a AAAA"
            })
    void whatIsNoNoteIsRefused(String note) {
        assertThatThrownBy(() -> Checkpoint.parse(note)).isInstanceOf(BrokenNoteException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PeterNeumann",
                "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeuman+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+ARpc2Qc"
            })
    void whatIsNoKeyIsRefused(String key) {
        assertThatThrownBy(() -> NoteKey.parse(key)).isInstanceOf(BrokenNoteException.class);
    }
}
