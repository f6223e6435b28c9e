package uk.muster.command.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.muster.command.penalty.NoticeScene.TODAY;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.muster.command.penalty.NoticeCommand.ConcludeNoticeToImprove;
import uk.muster.command.penalty.NoticeCommand.GiveNoticeToImprove;
import uk.muster.command.scene.Outcome;
import uk.muster.command.scene.Scene;
import uk.muster.kernel.event.PenaltyEvent.ImprovementOutcome;
import uk.muster.kernel.event.PenaltyEvent.NoticeToImproveConcluded;
import uk.muster.kernel.event.PenaltyEvent.NoticeToImproveGiven;
import uk.muster.kernel.event.PenaltyEvent.NoticedParent;
import uk.muster.kernel.identity.ContactId;
import uk.muster.kernel.penalty.NoticeBlock;

/** Notices to improve, by the policy of KTS (KTS-70 to KTS-72). */
class ImprovingAttendanceTest {

    private final NoticeScene scene = new NoticeScene("kts");

    private Outcome give(String parent, int weeks, List<String> blocks) {
        return scene.when(
                new GiveNoticeToImprove(scene.stream(), new ContactId(parent), TODAY, weeks, blocks, Scene.HEAD));
    }

    private Outcome conclude(UUID notice) {
        return scene.when(new ConcludeNoticeToImprove(
                scene.stream(), notice, ImprovementOutcome.NOT_IMPROVED, "Eight more sessions.", Scene.HEAD));
    }

    @Test
    void aNoticeKeepsItsParentItsPeriodAndItsBlocks() {
        Outcome outcome = give("c1", 4, NoticeBlock.ids()).isAnswered(201);
        NoticeToImproveGiven given = outcome.onlyEvent(NoticeToImproveGiven.class);
        assertThat(given.from()).isEqualTo(TODAY);
        assertThat(given.until()).isEqualTo(TODAY.plusDays(27));
        assertThat(given.blocks()).hasSize(7);
        assertThat(scene.scene().vault().openJson(given.parent(), NoticedParent.class))
                .contains(new NoticedParent("Sam Canarybird", "parent", "ref-1"));
        assertThat(outcome.body("until")).isEqualTo(given.until());
    }

    @ParameterizedTest
    @CsvSource({"2", "7"})
    void theWeeksAreThoseOfThePolicy(int weeks) {
        // Golden vector 12: seven weeks are refused.
        give("c1", weeks, NoticeBlock.ids()).isRefused("notice-not-allowed", 422, "/weeks");
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        give("c9", 2, List.of("attendance_record", "poem"))
                .isRefused(
                        "notice-not-allowed",
                        422,
                        "/parentId",
                        "/weeks",
                        "/blocks/1",
                        "/blocks",
                        "/blocks",
                        "/blocks",
                        "/blocks",
                        "/blocks",
                        "/blocks");
    }

    @Test
    void aParentHasOneAtATime() {
        UUID first = give("c1", 3, NoticeBlock.ids())
                .event(NoticeToImproveGiven.class)
                .entryId();
        give("c1", 3, NoticeBlock.ids()).isRefused("conflict", 409);
        give("c2", 3, NoticeBlock.ids()).isAnswered(201);
        NoticeToImproveConcluded concluded = conclude(first).isAnswered(201).event(NoticeToImproveConcluded.class);
        assertThat(concluded.noticeId()).isEqualTo(first);
        assertThat(scene.scene().open(concluded.reason())).isEqualTo("Eight more sessions.");
        conclude(first).isRefused("conflict", 409);
        give("c1", 6, NoticeBlock.ids()).isAnswered(201);
    }

    @Test
    void oneThatIsNotThereIsUnknown() {
        conclude(new UUID(7, 7)).isRefused("unknown", 404);
    }
}
