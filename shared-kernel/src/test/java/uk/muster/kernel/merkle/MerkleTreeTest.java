package uk.muster.kernel.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tree against the roots of the reference tests of certificate transparency. Its proofs are held against another program in command-service. */
class MerkleTreeTest {

    private static final List<byte[]> LEAVES = Stream.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(HexFormat.of()::parseHex)
            .map(MerkleHash::leaf)
            .toList();

    @ParameterizedTest
    @CsvSource({
        "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    })
    void rootsAreThoseOfTheReference(int size, String root) {
        MerkleTree tree = new MerkleTree((height, first, count) -> LEAVES.subList((int) first, (int) first + count));

        assertThat(HexFormat.of().formatHex(tree.root(size))).isEqualTo(root);
    }

    /** 70,000 leaves have whole nodes of heights 8 and 16: reading those gives what reading every leaf gives, in few reads. */
    @ParameterizedTest
    @CsvSource({"255, 8", "256, 1", "257, 2", "65536, 1", "65537, 2", "70000, 6"})
    void aRootTakesOneReadForEachPowerOfTwo(int size, int reads) {
        List<Integer> counts = new ArrayList<>();
        MerkleTree tree = new MerkleTree((height, first, count) -> {
            counts.add(count);
            return LongStream.range(first, first + count)
                    .mapToObj(number -> node(height, number))
                    .toList();
        });

        assertThat(tree.root(size)).isEqualTo(plainRoot(0, size));
        assertThat(counts).hasSize(reads).allMatch(count -> count <= KeptNodes.FAN);
    }

    private static byte[] plainRoot(int begin, int end) {
        if (end - begin == 1) {
            return node(0, begin);
        }
        int middle = begin + Integer.highestOneBit(end - begin - 1);
        return MerkleHash.node(plainRoot(begin, middle), plainRoot(middle, end));
    }

    private static byte[] node(int height, long number) {
        if (height == 0) {
            return MerkleHash.leaf(new byte[] {(byte) number, (byte) (number >> 8), (byte) (number >> 16)});
        }
        return MerkleHash.fold(LongStream.range(number << KeptNodes.STEP, (number + 1) << KeptNodes.STEP)
                .mapToObj(below -> node(height - KeptNodes.STEP, below))
                .toList());
    }
}
