package uk.muster.command.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import uk.muster.kernel.merkle.KeptNodes;
import uk.muster.kernel.merkle.MerkleHash;
import uk.muster.kernel.merkle.MerkleTree;
import uk.muster.verifier.proof.MerkleProofs;

/** Roots and proofs from kept nodes are those of the verifier, which shares no code with them. */
class ProofsTest {

    private static final int MOST = 70_000;
    private static final List<byte[]> HASHES = IntStream.range(0, MOST)
            .mapToObj(i -> new byte[] {(byte) i, (byte) (i >> 8), (byte) (i >> 16)})
            .toList();
    private static final List<byte[]> LEAVES =
            HASHES.stream().map(MerkleHash::leaf).toList();
    private static final uk.muster.verifier.proof.MerkleTree REFERENCE = uk.muster.verifier.proof.MerkleTree.of(HASHES);
    private static final Map<List<Long>, byte[]> KEPT = new ConcurrentHashMap<>();
    private static final MerkleTree TREE = new MerkleTree(ProofsTest::read);

    private static List<byte[]> read(int height, long first, int count) {
        if (height == 0) {
            return LEAVES.subList((int) first, (int) first + count);
        }
        List<byte[]> nodes = new ArrayList<>();
        for (long number = first; number < first + count; number++) {
            List<Long> key = List.of((long) height, number);
            byte[] kept = KEPT.get(key);
            if (kept == null) {
                kept = MerkleHash.fold(read(height - KeptNodes.STEP, number * KeptNodes.FAN, KeptNodes.FAN));
                KEPT.put(key, kept);
            }
            nodes.add(kept);
        }
        return nodes;
    }

    @Property(tries = 60)
    void anInclusionProofHolds(
            @ForAll @IntRange(min = 1, max = MOST) int size, @ForAll @IntRange(max = MOST) int some) {
        int index = some % size;
        byte[] root = REFERENCE.root(size);

        assertThat(TREE.root(size)).isEqualTo(root);
        assertThat(MerkleProofs.includes(LEAVES.get(index), index, size, TREE.inclusion(index, size), root))
                .isTrue();
    }

    @Property(tries = 60)
    void aConsistencyProofHolds(@ForAll @IntRange(min = 1, max = MOST) int to, @ForAll @IntRange(max = MOST) int some) {
        int from = some % (to + 1);

        assertThat(MerkleProofs.consistent(
                        from, REFERENCE.root(from), to, REFERENCE.root(to), TREE.consistency(from, to)))
                .isTrue();
    }

    @Property(tries = 60)
    void proofsOfSmallTreesAreTheSame(@ForAll @IntRange(min = 1, max = 600) int size) {
        LongStream.range(0, size)
                .forEach(index -> assertThat(TREE.inclusion(index, size))
                        .containsExactlyElementsOf(REFERENCE.inclusionProof((int) index, size)));
    }
}
