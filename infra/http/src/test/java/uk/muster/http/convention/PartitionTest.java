package uk.muster.http.convention;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.muster.kernel.identity.Urn;

class PartitionTest {

    /** The vectors of Kafka's own test of its partitioner. */
    @ParameterizedTest
    @CsvSource({
        "21, -973932308",
        "foobar, -790332482",
        "a-little-bit-long-string, -985981536",
        "a-little-bit-longer-string, -1486304829",
        "lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8, -58897971",
        "abc, 479470107"
    })
    void the_hash_is_kafkas(String key, int hash) {
        assertThat(Partition.murmur2(key.getBytes(StandardCharsets.US_ASCII))).isEqualTo(hash);
    }

    @Property
    void every_school_has_one_of_the_partitions(
            @ForAll @IntRange(min = 100_000, max = 999_999) int urn,
            @ForAll @IntRange(min = 1, max = 64) int partitions) {
        assertThat(Partition.of(new Urn(urn), partitions)).isBetween(0, partitions - 1);
    }
}
