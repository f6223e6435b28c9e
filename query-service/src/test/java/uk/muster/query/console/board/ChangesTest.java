package uk.muster.query.console.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.LocalDate;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.TestService;
import uk.muster.query.testing.TestProfile;

class ChangesTest {

    private static final TestService SERVICE = TestService.shared();
    private static final Urn SCHOOL = new Urn(197025);
    private static final int LONGEST_SECONDS = 20;

    @Test
    void whoWatchesABoardIsToldWhenItChangedAndNoLongerOnceTheyHaveGone() throws Exception {
        SERVICE.clock("2026-09-15T08:40:00Z");
        SERVICE.ledger.openSchool(SCHOOL, TestProfile.JSON);
        SERVICE.ledger.admit(SCHOOL, "p1", "Ash", "4-A", LocalDate.of(2026, 9, 1));
        SERVICE.catchUp();
        Reader reader = new Reader();
        FutureTask<Void> watching = new FutureTask<>(() -> {
            SERVICE.context().getBean(Changes.class).tell(SCHOOL, new PrintWriter(reader));
            return null;
        });
        Thread.ofVirtual().start(watching);
        assertThat(reader.next()).isEqualTo("event: beat\ndata:\n\n");
        SERVICE.ledger.take("197025/2026-09-15/AM/4-A", "p1", "N");
        SERVICE.catchUp();
        assertThat(reader.next() + reader.next()).contains("event: changed\ndata:\n\n");
        reader.hasGone = true;
        assertThatThrownBy(() -> watching.get(LONGEST_SECONDS, TimeUnit.SECONDS))
                .hasRootCauseInstanceOf(IOException.class);
    }

    /** The other end of a connection. */
    private static final class Reader extends Writer {

        private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
        private volatile boolean hasGone;

        String next() throws InterruptedException {
            return String.valueOf(told.poll(LONGEST_SECONDS, TimeUnit.SECONDS));
        }

        @Override
        public void write(char[] text, int from, int length) throws IOException {
            if (hasGone) {
                throw new IOException("Nobody is there.");
            }
            told.add(new String(text, from, length));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
