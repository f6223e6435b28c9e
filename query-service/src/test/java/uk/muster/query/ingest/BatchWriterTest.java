package uk.muster.query.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import org.bson.Document;
import uk.muster.kernel.event.AbsenceEvent;
import uk.muster.kernel.event.AbsenceEvent.Channel;
import uk.muster.kernel.event.AbsenceEvent.Outcome;
import uk.muster.kernel.event.FollowUpEvent.Lapse;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.keys.Opener;
import uk.muster.query.keys.SubjectKeys;
import uk.muster.query.store.Projection;
import uk.muster.query.testing.MemoryKeys;
import uk.muster.query.testing.MemoryStore;
import uk.muster.query.testing.TestFollowUp;
import uk.muster.query.testing.TestLedger;

/** However the topic is cut into batches, and whatever comes again, the documents are the same. */
class BatchWriterTest {

    private static final Urn URN = TestLedger.URN;
    private static final Urn OTHER = new Urn(222222);
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
    private static final MemoryStore STORE = new MemoryStore();
    private static final TestLedger LEDGER = ledger();
    private static final Opener OPENER = new Opener(new SubjectKeys(LEDGER.keys, MemoryKeys.MASTER));
    private static final List<RelayedEvent> EVENTS =
            LEDGER.events().stream().map(Feed::relayed).toList();

    @AfterContainer
    static void close() {
        STORE.close();
    }

    @Property(tries = 60)
    void batchesOfAnySizeWithAnyRedeliveryGiveTheSameDocuments(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 9) Integer> sizes,
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 8) Integer> steppedBack) {
        Projection projection = STORE.projection();
        BatchWriter writer = new BatchWriter(projection, OPENER);
        int from = 0;
        for (int batch = 0; from < EVENTS.size(); batch++) {
            int to = Math.min(EVENTS.size(), from + sizes.get(batch % sizes.size()));
            writer.write(EVENTS.subList(from, to));
            boolean crashed = batch < steppedBack.size();
            from = crashed ? Math.max(0, to - steppedBack.get(batch)) : to;
        }
        assertThat(STORE.documents(projection)).isEqualTo(inOneBatch());
        projection.drop();
    }

    @Property(tries = 20)
    void aBatchOfWhichOnlyAPartWasWrittenIsCompleted(@ForAll @IntRange(min = 1, max = 29) int written) {
        Projection projection = STORE.projection();
        BatchWriter writer = new BatchWriter(projection, OPENER);
        writer.write(EVENTS.subList(0, Math.min(written, EVENTS.size())));
        writer.write(EVENTS);
        assertThat(STORE.documents(projection)).isEqualTo(inOneBatch());
        projection.drop();
    }

    @Example
    void everyStreamHasADocumentOfItsOwn() {
        assertThat(inOneBatch().keySet())
                .contains(
                        "absences " + AbsenceEvent.stream(URN, TestLedger.numberOf(URN, "p2")),
                        "absences " + AbsenceEvent.stream(URN, TestLedger.numberOf(URN, "p1")),
                        "pupils " + URN + "/" + TestLedger.numberOf(URN, "p2"));
    }

    @Example
    void aTaskHasADocumentThatSaysHowItWasRaisedAndHowItStands() {
        List<Document> tasks = inOneBatch().entrySet().stream()
                .filter(each -> each.getKey().startsWith("tasks "))
                .map(Map.Entry::getValue)
                .sorted(Comparator.comparing(each -> each.getString("_id")))
                .toList();
        assertThat(tasks).extracting(task -> task.getString("s")).containsExactly("CANCELLED", "DONE", "OPEN");
        assertThat(tasks.getFirst().keySet()).containsExactly("_id", "p", "u", "k", "s", "d", "t", "f");
        assertThat(tasks.getFirst().getString("t")).isEqualTo("follow-up-due.v1");
        assertThat(tasks.getFirst().getLong("d")).isEqualTo(ChronoUnit.MICROS.between(Instant.EPOCH, TestLedger.START));
    }

    @Example
    void aChildOfTwoSchoolsIsNamedAtBoth() {
        Map<String, Document> documents = inOneBatch();
        assertThat(documents.get("known_elsewhere " + URN).getList("n", String.class))
                .containsExactly(TestLedger.numberOf(URN, "p1").value());
        assertThat(documents.get("known_elsewhere " + OTHER).getList("n", String.class))
                .containsExactly(TestLedger.numberOf(OTHER, "p9").value());
    }

    private static Map<String, Document> inOneBatch() {
        Projection projection = STORE.projection();
        new BatchWriter(projection, OPENER).write(EVENTS);
        Map<String, Document> documents = STORE.documents(projection);
        projection.drop();
        return documents;
    }

    /** Two schools, movers, a move planned and then brought forward, a removal and a return, amended and completed registers, absences followed
     * up, and a task that was done, one that was cancelled and one that is open. */
    private static TestLedger ledger() {
        TestLedger ledger = new TestLedger().openSchool(URN, "{}");
        ledger.admit(URN, "p1", "Ash", "4-A", FIRST);
        ledger.admit(URN, "p2", "Birch", "4-A", FIRST);
        ledger.take(URN + "/2026-09-02/AM/4-A", "p1", "/", "p2", "N");
        ledger.openSchool(OTHER, "{}");
        ledger.admit(OTHER, "p1", "Cedar", "4-A", FIRST);
        ledger.admit(OTHER, "p9", "Ash", "4-A", FIRST, LocalDate.of(2017, 10, 3), URN + "-p1");
        TestFollowUp followUp = ledger.followUp(URN, "p2");
        UUID attempt = followUp.attempt(TestLedger.START, Channel.PHONE, Outcome.NO_ANSWER, null);
        UUID visit = followUp.due("d1-visit", TaskKind.VISIT, FIRST, 1, TestLedger.START, "home_visit");
        UUID call = followUp.due("d1-call", TaskKind.CONTACT, FIRST, 1, TestLedger.START, "phone_call");
        ledger.amend(URN + "/2026-09-02/AM/4-A", "p2", "N", "I");
        followUp.done(call, attempt);
        followUp.decide(URN + "/2026-09-02/AM/4-A", "I");
        ledger.move(URN, "p2", "4.B", LocalDate.of(2026, 9, 21));
        ledger.move(URN, "p2", "4.C", LocalDate.of(2026, 9, 14));
        followUp.cancel(visit, Lapse.RETURNED);
        followUp.due("d2-visit", TaskKind.VISIT, FIRST, 2, TestLedger.START, "home_visit");
        ledger.take(URN + "/2026-09-02/PM/4-A", "p1", "\\");
        followUp.correct(
                attempt,
                ledger.followUp(URN, "p1").attempt(TestLedger.START, Channel.PHONE, Outcome.SPOKE, null),
                true);
        ledger.add(URN + "/2026-09-02/PM/4-A", "p2", "I");
        ledger.arrive(URN + "/2026-09-03/AM/4-A", "p1", "L", 12);
        ledger.rename(URN, "p1", "Ash-Elm", "5");
        ledger.take(URN + "/2026-09-03/AM/4-A", "p2", "/");
        ledger.amend(URN + "/2026-09-02/AM/4-A", "p2", "I", "M");
        ledger.remove(URN, "p1", LocalDate.of(2026, 9, 10));
        ledger.admit(URN, "p1", "Ash-Elm", "4-D", LocalDate.of(2026, 10, 1));
        return ledger;
    }
}
