package uk.muster.query.chronology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.muster.kernel.event.FollowUpEvent.FollowUpDue;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.policy.Modality;

/** What falls due beside the steps of an unexplained absence, in plain words. */
class TaskWordsTest {

    @ParameterizedTest
    @CsvSource({
        "call-back, CONTACT, MAY, phone_call, 1, 'Call back after a voicemail possible until 15:30 (call-back, school day 1)'",
        "medical-evidence, DECIDE, MAY, medical_evidence, 5, 'Medical evidence possible until 15:30 (medical-evidence, school day 5)'",
        "tell-yot, NOTIFY, MUST, tell_youth_offending_team, 1,"
                + " 'Youth offending team to be told by a person due by 15:30 (tell-yot, school day 1)'",
        "tell-social-worker-leaving, NOTIFY, MUST, tell_social_worker, 1,"
                + " 'Social worker to be told that the child leaves due by 15:30 (tell-social-worker-leaving, school day 1)'",
        "late-letter-late-dates, NOTIFY, MUST, letter_late_dates, 3,"
                + " 'Letter with the dates of late marks due by 15:30 (late-letter-late-dates, 3 late marks)'"
    })
    void eachHasALineOfItsOwn(
            String step, TaskKind kind, Modality modality, String action, int number, String expected) {
        FollowUpDue due = new FollowUpDue(
                new Urn(900_001),
                new PupilNumber("kP3nYw0uVd9-Qb1_ZxAa"),
                new UUID(0, 1),
                step,
                kind,
                modality,
                LocalDate.parse("2026-09-07"),
                number,
                List.of(action),
                Instant.parse("2026-09-07T08:30:00Z"),
                Instant.parse("2026-09-07T14:30:00Z"));
        assertThat(TaskWords.due(due)).isEqualTo(expected);
    }
}
