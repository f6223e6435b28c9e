package uk.muster.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatcherTest {

    @Test
    void gathersWhatIsAskedWhileItIsBusyIntoOneLookUp() throws InterruptedException {
        List<Set<Integer>> lookUps = new CopyOnWriteArrayList<>();
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (Batcher<Integer, String> batcher = new Batcher<>(
                "test",
                1,
                100,
                keys -> {
                    lookUps.add(keys);
                    busy.countDown();
                    awaitQuietly(goOn);
                    return keys.stream()
                            .filter(key -> key % 2 == 0)
                            .collect(Collectors.toMap(Function.identity(), key -> "even " + key));
                },
                key -> "odd " + key)) {
            CompletableFuture<String> first = batcher.ask(0);
            busy.await();
            List<CompletableFuture<String>> more =
                    IntStream.range(0, 60).mapToObj(i -> batcher.ask(i % 30)).toList();
            goOn.countDown();

            assertThat(first.join()).isEqualTo("even 0");
            assertThat(more.get(4).join()).isEqualTo("even 4");
            assertThat(more.get(37).join()).isEqualTo("odd 7");
            more.forEach(CompletableFuture::join);
            assertThat(lookUps).extracting(Set::size).containsExactly(1, 30);
        }
    }

    @Test
    void failsThoseAloneWhoseLookUpFailed() {
        try (Batcher<Integer, String> batcher = new Batcher<>(
                "test",
                1,
                1,
                keys -> {
                    if (keys.contains(13)) {
                        throw new IllegalStateException("thirteen");
                    }
                    return Map.of();
                },
                key -> "nothing")) {
            CompletableFuture<String> unlucky = batcher.ask(13);

            assertThat(batcher.ask(7).join()).isEqualTo("nothing");
            assertThatThrownBy(unlucky::join).hasRootCauseMessage("thirteen");
        }
    }

    @Test
    void answersNobodyOnceItIsClosed() {
        Batcher<Integer, String> batcher = new Batcher<>("test", 1, 1, keys -> Map.of(), key -> "nothing");
        batcher.close();

        assertThatThrownBy(() -> batcher.ask(1)).isInstanceOf(LedgerAwayException.class);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
