package uk.muster.query.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.sealing.KeySubject;
import uk.muster.kernel.sealing.Sealed;
import uk.muster.query.keys.Opener;
import uk.muster.query.keys.SubjectKeys;
import uk.muster.query.store.OpenTasks.OpenTask;
import uk.muster.query.store.Projection;
import uk.muster.query.testing.MemoryKeys;
import uk.muster.query.testing.MemoryStore;
import uk.muster.query.testing.TestDisposal;
import uk.muster.query.testing.TestLedger;

/** By what pupils are found, after a disposal that was followed as it came, that came again, and that a rebuild meets with the keys long gone. */
class RetentionWriterTest {

    private static final Urn URN = TestLedger.URN;
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
    private static final MemoryStore STORE = new MemoryStore();

    private final TestLedger ledger = new TestLedger();
    private final Opener opener = new Opener(new SubjectKeys(ledger.keys, MemoryKeys.MASTER));

    @AfterAll
    static void close() {
        STORE.close();
    }

    private int recordTwo() {
        ledger.openSchool(URN, "{}");
        ledger.admit(URN, "gone", "Ash", "4-A", FIRST);
        ledger.admit(URN, "here", "Birch", "4-A", FIRST);
        ledger.followUp(URN, "gone").due("d1-call", TaskKind.CONTACT, FIRST, 1, Instant.EPOCH, "phone_call");
        ledger.followUp(URN, "here").due("d1-call", TaskKind.CONTACT, FIRST, 1, Instant.EPOCH, "phone_call");
        ledger.remove(URN, "gone", LocalDate.of(2026, 9, 30));
        return ledger.events().size();
    }

    private void dispose() {
        TestDisposal disposal = new TestDisposal(ledger, URN);
        disposal.carryForward("here", "Birch");
        disposal.of(List.of("gone", "here"), List.of("gone"));
    }

    private List<RelayedEvent> events(int from) {
        List<RelayedEvent> all = ledger.events().stream().map(Feed::relayed).toList();
        return all.subList(from, all.size());
    }

    private static void holdsOnlyWhoIsThere(Projection projection) {
        Map<String, Document> documents = STORE.documents(projection);
        assertThat(documents).containsKey("pupil_ids " + URN + "/here").doesNotContainKey("pupil_ids " + URN + "/gone");
        assertThat(Projection.find(projection.classes(), URN + "/4-A"))
                .hasValueSatisfying(document -> assertThat(document.members())
                        .hasEntrySatisfying(
                                TestLedger.numberOf(URN, "gone"),
                                gone -> assertThat(gone.pupilId()).isNull())
                        .hasEntrySatisfying(
                                TestLedger.numberOf(URN, "here"),
                                here -> assertThat(here.pupilId()).isEqualTo("here")));
        assertThat(Projection.find(projection.openTasks(), URN.toString()))
                .hasValueSatisfying(open -> assertThat(open.tasks())
                        .singleElement()
                        .extracting(OpenTask::id)
                        .asString()
                        .startsWith(TestLedger.numberOf(URN, "here").value()));
        assertThat(documents.get("upns " + URN + "-gone").getList("s", String.class))
                .isEmpty();
        assertThat(documents.get("upns " + URN + "-here").getList("s", String.class))
                .hasSize(1);
    }

    @Test
    void followedAsItComesAndAgain() {
        Projection projection = STORE.projection();
        BatchWriter writer = new BatchWriter(projection, opener);
        int before = recordTwo();
        writer.write(events(0));
        assertThat(STORE.documents(projection)).containsKey("pupil_ids " + URN + "/gone");
        dispose();
        writer.write(events(before));
        holdsOnlyWhoIsThere(projection);
        writer.write(events(0));
        holdsOnlyWhoIsThere(projection);
        projection.drop();
    }

    @Test
    void rebuiltWhenTheKeysAreLongGone() {
        recordTwo();
        dispose();
        Projection inOne = STORE.projection();
        new BatchWriter(inOne, opener).write(events(0));
        holdsOnlyWhoIsThere(inOne);
        inOne.drop();
        Projection oneByOne = STORE.projection();
        BatchWriter writer = new BatchWriter(oneByOne, opener);
        events(0).forEach(event -> writer.write(List.of(event)));
        holdsOnlyWhoIsThere(oneByOne);
        oneByOne.drop();
    }

    @Test
    void aKeyInMemoryIsDroppedWithTheCertificate() {
        Projection projection = STORE.projection();
        BatchWriter writer = new BatchWriter(projection, opener);
        int before = recordTwo();
        writer.write(events(0));
        Sealed sealed = ledger.seal(KeySubject.ofPupil(TestLedger.numberOf(URN, "gone")), "a reason");
        assertThat(opener.shown(sealed)).isEqualTo("a reason");
        dispose();
        assertThat(opener.shown(sealed)).as("nothing told of it yet").isEqualTo("a reason");
        writer.write(events(before));
        assertThat(opener.shown(sealed)).isEqualTo(Opener.ERASED);
        projection.drop();
    }
}
