package uk.muster.verifier.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MerkleTreeTest {

    /** The leaves of the reference tests of certificate transparency. */
    private static final MerkleTree REFERENCE = MerkleTree.of(Stream.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(HexFormat.of()::parseHex)
            .toList());

    private static final MerkleTree TREE = MerkleTree.of(IntStream.range(0, 130)
            .mapToObj(leaf -> ByteBuffer.allocate(4).putInt(leaf).array())
            .toList());

    @ParameterizedTest
    @CsvSource({
        "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    })
    void rootsAreThoseOfTheReference(int size, String root) {
        assertThat(HexFormat.of().formatHex(REFERENCE.root(size))).isEqualTo(root);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 8, 96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7 "
                + "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e "
                + "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
        "5, 8, bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b "
                + "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0 "
                + "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "1, 5, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d "
                + "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e "
                + "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"
    })
    void inclusionProofsAreThoseOfTheReference(int index, int size, String proof) {
        assertThat(REFERENCE.inclusionProof(index, size).stream().map(HexFormat.of()::formatHex))
                .containsExactly(proof.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 8, 96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7 "
                + "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e "
                + "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
        "2, 5, 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e "
                + "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"
    })
    void consistencyProofsAreThoseOfTheReference(int from, int to, String proof) {
        assertThat(REFERENCE.consistencyProof(from, to).stream().map(HexFormat.of()::formatHex))
                .containsExactly(proof.split(" "));
    }

    @Property
    void everyLeafIsShownToBeAtItsPlaceAndAtNoOther(
            @ForAll @IntRange(min = 1, max = 130) int size,
            @ForAll @IntRange(max = 129) int index,
            @ForAll @IntRange(max = 129) int other) {
        Assume.that(index < size && other < size);
        List<byte[]> proof = TREE.inclusionProof(index, size);
        byte[] leaf = TREE.leafHashes().get(index);
        byte[] root = TREE.root(size);

        assertThat(MerkleProofs.includes(leaf, index, size, proof, root)).isTrue();
        assertThat(MerkleProofs.includes(leaf, other, size, proof, root)).isEqualTo(other == index);
        assertThat(MerkleProofs.includes(TREE.leafHashes().get(other), index, size, proof, root))
                .isEqualTo(other == index);
        assertThat(MerkleProofs.includes(leaf, index + size, size, proof, root)).isFalse();
    }

    @Property
    void aTreeIsTheBeginningOfALaterOneOnly(
            @ForAll @IntRange(max = 130) int first, @ForAll @IntRange(max = 130) int second) {
        int from = Math.min(first, second);
        int to = Math.max(first, second);
        List<byte[]> proof = TREE.consistencyProof(from, to);

        assertThat(MerkleProofs.consistent(from, TREE.root(from), to, TREE.root(to), proof))
                .isTrue();
        assertThat(MerkleProofs.consistent(to, TREE.root(to), from, TREE.root(from), proof))
                .isEqualTo(from == to);
        if (from > 0 && from < to) {
            assertThat(MerkleProofs.consistent(from, TREE.root(from - 1), to, TREE.root(to), proof))
                    .isFalse();
            assertThat(MerkleProofs.consistent(from, TREE.root(from), to, TREE.root(to - 1), proof))
                    .isFalse();
        }
    }

    @Property
    void aProofThatWasAlteredHoldsNothing(
            @ForAll @IntRange(min = 2, max = 130) int size,
            @ForAll @IntRange(max = 129) int index,
            @ForAll @IntRange(max = 255) int bit) {
        Assume.that(index < size);
        List<byte[]> inclusion = TREE.inclusionProof(index, size);
        byte[] leaf = TREE.leafHashes().get(index);
        for (int i = 0; i < inclusion.size(); i++) {
            List<byte[]> altered = new ArrayList<>(inclusion);
            altered.set(i, flipped(inclusion.get(i), bit));
            assertThat(MerkleProofs.includes(leaf, index, size, altered, TREE.root(size)))
                    .isFalse();
        }
        List<byte[]> shorter = inclusion.subList(0, inclusion.size() - 1);
        assertThat(MerkleProofs.includes(leaf, index, size, shorter, TREE.root(size)))
                .isFalse();
        List<byte[]> longer = new ArrayList<>(inclusion);
        longer.add(leaf);
        assertThat(MerkleProofs.includes(leaf, index, size, longer, TREE.root(size)))
                .isFalse();
    }

    @Test
    void theEmptyTreeIsTheBeginningOfEveryTree() {
        assertThat(MerkleProofs.consistent(0, MerkleHash.empty(), 5, TREE.root(5), List.of()))
                .isTrue();
        assertThat(MerkleProofs.consistent(0, TREE.root(1), 5, TREE.root(5), List.of()))
                .isFalse();
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        byte[] flipped = bytes.clone();
        flipped[bit / 8] ^= (byte) (1 << bit % 8);
        return flipped;
    }
}
