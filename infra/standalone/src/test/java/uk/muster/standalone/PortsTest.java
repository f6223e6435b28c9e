package uk.muster.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void aPortThatIsKeptForOthersIsNotGiven() {
        int only = new Ports().free();
        Integer[] kept = IntStream.range(20_000, 32_000)
                .filter(port -> port != only)
                .boxed()
                .toArray(Integer[]::new);

        assertThat(new Ports(kept).free()).isEqualTo(only);
    }
}
