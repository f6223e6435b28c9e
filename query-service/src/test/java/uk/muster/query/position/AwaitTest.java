package uk.muster.query.position;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import uk.muster.http.convention.MusterPosition;
import uk.muster.http.identity.Role;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.TestService;
import uk.muster.query.ingest.Progress;
import uk.muster.query.store.Interruptions;
import uk.muster.query.store.LiveProjection;
import uk.muster.query.store.Place;
import uk.muster.query.testing.MemoryStore;
import uk.muster.query.testing.TestProfile;

class AwaitTest {

    private static final TestService SERVICE = TestService.shared();

    @Test
    void aQueryAnswersOnceItsPositionIsHeld() {
        Urn urn = new Urn(189001);
        SERVICE.catchUp();
        SERVICE.ledger.openSchool(urn, TestProfile.JSON);
        StoredEvent admitted = SERVICE.ledger.admit(urn, "p1", "Ash", "4-A", LocalDate.of(2026, 9, 1));
        CompletableFuture<TestService.Answer> answer = CompletableFuture.supplyAsync(() -> SERVICE.getAwaiting(
                Role.HEAD, MusterPosition.of(0, admitted.position()).toString(), "/api/v1/schools/189001/pupils"));
        SERVICE.catchUp();
        assertThat(answer.join().json().get("items")).hasSize(1);
    }

    @Test
    void whatIsNoPositionIsMalformed() {
        assertThat(SERVICE.getAwaiting(Role.HEAD, "soon", "/api/v1/schools/189001/pupils")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aPositionThatDoesNotComeIsGivenUp() throws InterruptedException {
        try (MemoryStore store = new MemoryStore()) {
            LiveProjection live = new LiveProjection(store.client(), "away");
            live.refresh();
            Awaiting awaiting = new Awaiting(new Progress(new Interruptions()), live);
            assertThat(awaiting.await(MusterPosition.of(3, 9), Duration.ofMillis(120)))
                    .isFalse();
        }
    }

    @Test
    void aPartitionOfAnotherProcessIsLookedUp() throws InterruptedException {
        try (MemoryStore store = new MemoryStore()) {
            LiveProjection live = new LiveProjection(store.client(), "other");
            Place.store(live.refresh(), Set.of(new Place(3, 10, 9)));
            Awaiting awaiting = new Awaiting(new Progress(new Interruptions()), live);
            assertThat(awaiting.await(MusterPosition.of(3, 9), Duration.ofSeconds(10)))
                    .isTrue();
        }
    }
}
