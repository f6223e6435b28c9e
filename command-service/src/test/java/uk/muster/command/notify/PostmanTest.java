package uk.muster.command.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessException;
import uk.muster.command.notify.Mailer.Handover;
import uk.muster.command.roll.InMemoryRollBook;
import uk.muster.kernel.event.FollowUpEvent.NotificationRaised;

/** Somebody outside the school is told once, or it is known that nobody knows (HCAT-115, KTS-50). */
class PostmanTest {

    private final Post post = new Post();

    @Test
    void aMessageIsSentOnceAndItsOutcomeRecordedOnce() {
        NotificationRaised fact = post.put();
        Postman postman = post.postman();
        assertThat(postman.sendNext()).isTrue();
        assertThat(postman.sendNext()).isFalse();
        assertThat(postman.report()).isZero();
        assertThat(postman.report()).isZero();
        assertThat(post.sent).extracting(Letter::id).containsExactly(fact.entryId());
        assertThat(post.sent).extracting(Letter::to).containsExactly(Post.ADDRESS);
        assertThat(post.settled).containsExactly(fact.entryId() + " SENT");
    }

    @Test
    void thatItIsBeingSentIsCommittedBeforeItLeaves() {
        NotificationRaised fact = post.put();
        post.postman(letter -> {
                    assertThat(post.row(fact)).isEqualTo("SENDING 1");
                    return Handover.TAKEN;
                })
                .sendNext();
        assertThat(post.row(fact)).isEqualTo("SENT 1");
    }

    @Test
    void theSameFactToldAgainRepeatsNothing() {
        NotificationRaised fact = post.put();
        post.outbox.put(fact);
        Postman postman = post.postman();
        postman.sendNext();
        postman.report();
        post.outbox.put(fact);
        assertThat(postman.sendNext()).isFalse();
        postman.report();
        assertThat(post.sent).hasSize(1);
        assertThat(post.settled).hasSize(1);
    }

    @Test
    void aFactWithoutAnAddressPutsNothingIn() {
        post.outbox.put(post.raised(null));
        assertThat(post.postman().sendNext()).isFalse();
        assertThat(count()).isZero();
    }

    @Test
    void anErasedAddressIsWrittenToByNobody() {
        NotificationRaised fact = post.put();
        post.scene.erase(fact.pupil());
        Postman postman = post.postman();
        postman.sendNext();
        postman.report();
        assertThat(post.sent).isEmpty();
        assertThat(post.settled).containsExactly(fact.entryId() + " FAILED");
    }

    @Test
    void theAddressGoesWithTheOutcome() {
        post.put();
        post.postman().sendNext();
        assertThat(post.rows
                        .sql("SELECT count(address_sealed) FROM muster.outbox")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"REFUSED, FAILED", "UNKNOWN, UNCERTAIN"})
    void whatIsRefusedOrUnknownIsNotTriedAgain(Handover handover, String delivery) {
        NotificationRaised fact = post.put();
        Postman postman = post.postman(letter -> handover);
        postman.sendNext();
        postman.report();
        post.pass(Duration.ofDays(30));
        assertThat(postman.sendNext()).isFalse();
        assertThat(post.settled).containsExactly(fact.entryId() + " " + delivery);
    }

    @Test
    void aMailerThatFailsUnforeseenMayHaveSentIt() {
        NotificationRaised fact = post.put();
        post.postman(letter -> {
                    throw new IllegalStateException("Invented.");
                })
                .sendNext();
        assertThat(post.row(fact)).isEqualTo("UNCERTAIN 1");
    }

    @Test
    void whatIsNotTakenNowIsTriedAfterAMinuteThenTwoThenFourAndAtLastHourly() {
        NotificationRaised fact = post.put();
        Postman postman = post.postman(letter -> Handover.NOT_NOW);
        assertThat(postman.sendNext()).isTrue();
        for (int minutes : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            post.pass(Duration.ofMinutes(minutes).minusMillis(1));
            assertThat(postman.sendNext()).as("before %d minutes", minutes).isFalse();
            post.pass(Duration.ofMillis(1));
            assertThat(postman.sendNext()).as("after %d minutes", minutes).isTrue();
        }
        assertThat(post.row(fact)).isEqualTo("WAITING 9");
        assertThat(post.settled).isEmpty();
    }

    @Test
    void aMessageWhoseBooksCannotBeReadWaits() {
        NotificationRaised fact = post.put();
        LetterWriter nobodyKnown = new LetterWriter(
                post.scene.vault(), post.scene.schools(), new InMemoryRollBook(post.scene.vault()), post.clock);
        Postman postman =
                new Postman(post.outbox, nobodyKnown, Optional.of(letter -> Handover.TAKEN), Post::recordsNothing);
        assertThat(postman.sendNext()).isTrue();
        assertThat(post.row(fact)).isEqualTo("WAITING 1");
    }

    @Test
    void whatACrashLeftIsUncertainAndNeverSentAgain() {
        NotificationRaised fact = post.put();
        post.crashWhileSending();
        assertThat(post.row(fact)).isEqualTo("SENDING 1");
        Postman next = post.postman();
        next.takeOver();
        post.pass(Duration.ofDays(30));
        assertThat(next.sendNext()).isFalse();
        next.report();
        assertThat(post.sent).isEmpty();
        assertThat(post.settled).containsExactly(fact.entryId() + " UNCERTAIN");
    }

    @Test
    void anAttemptThatWasGivenUpForLostStaysUncertain() {
        NotificationRaised fact = post.put();
        Postman next = post.postman();
        Postman slow = post.postman(letter -> {
            next.takeOver();
            return Handover.NOT_NOW;
        });
        slow.sendNext();
        assertThat(post.row(fact)).isEqualTo("UNCERTAIN 1");
        post.pass(Duration.ofDays(30));
        assertThat(next.sendNext()).isFalse();
    }

    @Test
    void anOutcomeThatTheDatabaseDoesNotTakeIsKeptAndNotedLater() {
        NotificationRaised fact = post.put();
        Postman postman = post.postman(letter -> {
            post.sent.add(letter);
            post.databaseAway.set(true);
            return Handover.TAKEN;
        });
        assertThatThrownBy(postman::sendNext).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(postman::sendNext).isInstanceOf(DataAccessException.class);
        assertThat(post.row(fact)).isEqualTo("SENDING 1");
        post.databaseAway.set(false);
        postman.takeOver();
        assertThat(postman.sendNext()).isFalse();
        assertThat(post.row(fact)).isEqualTo("SENT 1");
        assertThat(post.sent).hasSize(1);
    }

    @Test
    void anOutcomeThatTheLedgerDoesNotTakeIsToldAgain() {
        NotificationRaised fact = post.put();
        AtomicBoolean away = new AtomicBoolean(true);
        Postman postman = new Postman(
                post.outbox,
                post.writer(),
                Optional.of(letter -> Handover.TAKEN),
                (urn, pupil, notification, delivery, at) -> {
                    if (away.get()) {
                        throw new IllegalStateException("The ledger is away.");
                    }
                    post.settled.add(notification + " " + delivery + " " + at);
                });
        postman.sendNext();
        String at = post.clock.instant().toString();
        assertThat(postman.report()).isEqualTo(1);
        assertThat(post.outbox.hasWork(true)).isTrue();
        post.pass(Duration.ofHours(1));
        away.set(false);
        assertThat(postman.report()).isZero();
        assertThat(postman.report()).isZero();
        assertThat(post.settled).containsExactly(fact.entryId() + " SENT " + at);
        assertThat(post.outbox.hasWork(true)).isFalse();
    }

    @Test
    void postmenWhoWorkAtOnceSendEachMessageOnce() throws Exception {
        int messages = 60;
        int postmen = 4;
        IntStream.range(0, messages).forEach(i -> post.put());
        CountDownLatch ready = new CountDownLatch(postmen);
        try (ExecutorService threads = Executors.newFixedThreadPool(postmen)) {
            List<Future<Integer>> rounds = IntStream.range(0, postmen)
                    .mapToObj(i -> threads.submit(() -> {
                        Postman postman = post.postman();
                        ready.countDown();
                        ready.await();
                        int tried = 0;
                        while (postman.sendNext()) {
                            tried++;
                        }
                        return tried;
                    }))
                    .toList();
            int tried = 0;
            for (Future<Integer> round : rounds) {
                tried += round.get();
            }
            assertThat(tried).isEqualTo(messages);
        }
        assertThat(post.sent).extracting(Letter::id).doesNotHaveDuplicates().hasSize(messages);
    }

    @Test
    void withoutAWayOutMessagesWaitAndThatIsNoWork() {
        NotificationRaised fact = post.put();
        Postman postman = new Postman(post.outbox, post.writer(), Optional.empty(), Post::recordsNothing);
        assertThat(postman.sendNext()).isFalse();
        assertThat(post.row(fact)).isEqualTo("WAITING 0");
        assertThat(post.outbox.hasWork(false)).isFalse();
        assertThat(post.outbox.hasWork(true)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "muster_command, TRUNCATE muster.outbox",
        "muster_query, DELETE FROM muster.outbox",
        "muster_command, UPDATE muster.outbox SET pupil = 'another'",
        "muster_query, SELECT * FROM muster.outbox",
    })
    void rightsToTheOutboxAreNoMoreThanThePostNeeds(String role, String statement) {
        assertThatThrownBy(() -> post.database.execute(role, statement)).hasMessageContaining("permission denied");
    }

    private long count() {
        return post.rows
                .sql("SELECT count(*) FROM muster.outbox")
                .query(Long.class)
                .single();
    }
}
