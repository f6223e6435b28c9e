package uk.muster.http.convention;

import java.nio.charset.StandardCharsets;
import uk.muster.kernel.identity.Urn;

/**
 * Which partition of the topic a school's events are in: Kafka's own choice for the key, murmur2 of its bytes modulo the number of
 * partitions, so that a position can be named before its record is sent.
 */
public final class Partition {

    private static final int SEED = 0x9747b28c;
    private static final int MULTIPLIER = 0x5bd1e995;
    private static final int SHIFT = 24;

    private Partition() {}

    /**
     * @param partitions how many the topic has, 1 or more
     * @return 0 to {@code partitions - 1}
     */
    public static int of(Urn urn, int partitions) {
        byte[] key = urn.toString().getBytes(StandardCharsets.UTF_8);
        return (murmur2(key) & Integer.MAX_VALUE) % partitions;
    }

    /** MurmurHash2, 32 bits, little endian, with the seed of Kafka's default partitioner. */
    static int murmur2(byte[] data) {
        int hash = SEED ^ data.length;
        int whole = data.length / 4 * 4;
        for (int i = 0; i < whole; i += 4) {
            int word = (data[i] & 0xff)
                    | ((data[i + 1] & 0xff) << 8)
                    | ((data[i + 2] & 0xff) << 16)
                    | ((data[i + 3] & 0xff) << 24);
            word *= MULTIPLIER;
            word ^= word >>> SHIFT;
            word *= MULTIPLIER;
            hash *= MULTIPLIER;
            hash ^= word;
        }
        if (whole < data.length) {
            for (int i = data.length - 1; i >= whole; i--) {
                hash ^= (data[i] & 0xff) << (8 * (i - whole));
            }
            hash *= MULTIPLIER;
        }
        hash ^= hash >>> 13;
        hash *= MULTIPLIER;
        hash ^= hash >>> 15;
        return hash;
    }
}
