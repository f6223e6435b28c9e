package uk.muster.command.api;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.muster.command.api.InventedSchool.register;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.muster.command.api.RunningCommandService.Reply;

/** Two whole services on one database: the one that stands by refuses nothing by what it knows, and knows everything when it takes over. */
class TakeoverTest {

    private static final String PATH = "/schools/900001/registers/2025-09-08/AM/3A";
    private static final String OF_P2 = register("{\"pupilId\":\"p2\",\"code\":\"N\"}");

    @TempDir
    private Path folder;

    @Test
    void whatTheOtherInstanceRecordedMeanwhileIsKnown() {
        RunningCommandService first = RunningCommandService.start(folder);
        String mis = first.token("mis-integration", "*");
        InventedSchool.open(first, mis, "900001", "hcat", "");
        InventedSchool.admit(first, mis, "900001", "p1", "H801200001001", "3A");
        try (RunningCommandService second = first.standby()) {
            assertThat(second.put(mis, PATH, OF_P2).status())
                    .as("it keeps the roll without p2 now")
                    .isEqualTo(503);
            InventedSchool.admit(first, mis, "900001", "p2", "X919200026001", "3A");
            assertThat(second.put(mis, PATH, OF_P2).status())
                    .as("no refusal by an old roll")
                    .isEqualTo(503);
            first.close();
            Reply taken = soon(second, mis);
            assertThat(taken.status()).as(taken.toString()).isEqualTo(201);
        } finally {
            first.close();
        }
    }

    /** As an MIS asks again while the ledger is away. */
    private static Reply soon(RunningCommandService service, String token) {
        Instant until = Instant.now().plusSeconds(60);
        Reply reply = service.put(token, PATH, OF_P2);
        while (reply.status() == 503 && Instant.now().isBefore(until)) {
            reply = service.put(token, PATH, OF_P2);
        }
        return reply;
    }
}
