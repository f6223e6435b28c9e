package uk.muster.command.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.muster.command.scene.Scene;
import uk.muster.kernel.event.FollowUpEvent.NotificationRaised;
import uk.muster.kernel.event.SchoolEvent.Phase;
import uk.muster.kernel.event.SchoolEvent.SchoolDetails;
import uk.muster.kernel.event.SchoolEvent.SchoolDetailsChanged;

/** A letter says which school, pupil and session, and nothing more. */
class LetterWriterTest {

    private final Post post = new Post();

    @Test
    void namesTheSchoolThePupilsIdAndTheSession() {
        Letter letter = write();
        assertThat(letter.subject())
                .isEqualTo("Unexplained absence at Ash Green (URN 900001): pupil p1, 2026-09-07 AM");
        assertThat(letter.text())
                .contains("Ash Green (URN 900001)", "Pupil: p1 ", "Session: Monday 7 September 2026, morning");
    }

    @Test
    void namesNoChildAndNoReason() {
        // The pupil is Robin Example, born on 5 November 2017.
        Letter letter = write();
        assertThat(letter.subject() + letter.text())
                .doesNotContainIgnoringCase("Robin")
                .doesNotContainIgnoringCase("Example")
                .doesNotContain(post.scene.number("p1").value(), Scene.upn("p1").value(), "2017")
                .doesNotContainIgnoringCase("social");
    }

    @Test
    void aSchoolsNameAddsNoHeader() {
        post.scene.with(new SchoolDetailsChanged(
                Scene.SCHOOL, new SchoolDetails("Ash\r\nBcc: all@council.example", "810", Phase.PRIMARY, null)));
        assertThat(write().subject()).startsWith("Unexplained absence at Ash Bcc: all@council.example (URN");
    }

    private Letter write() {
        NotificationRaised fact = post.put();
        Notice notice = post.outbox.take(UUID.randomUUID()).orElseThrow();
        assertThat(notice.to()).isEqualTo(fact.to());
        return post.writer().write(notice).orElseThrow();
    }
}
