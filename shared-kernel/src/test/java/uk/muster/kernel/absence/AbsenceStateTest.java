package uk.muster.kernel.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.muster.kernel.event.AbsenceEvent.Channel;
import uk.muster.kernel.event.AbsenceEvent.ContactAttempted;
import uk.muster.kernel.event.AbsenceEvent.EntryCorrected;
import uk.muster.kernel.event.AbsenceEvent.Outcome;
import uk.muster.kernel.event.AbsenceEvent.Purpose;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.sealing.Sealed;

class AbsenceStateTest {

    private static final Urn URN = new Urn(900_001);
    private static final PupilNumber PUPIL = new PupilNumber("kP3nYw0uVd9-Qb1_ZxAa");
    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);

    @ParameterizedTest
    @CsvSource({
        "SPOKE, EVIDENCE_REFUSED, true",
        "SENT, EVIDENCE_REFUSED, true",
        "VOICEMAIL, EVIDENCE_REFUSED, false",
        "NO_ANSWER, EVIDENCE_REFUSED, false",
        "SPOKE, FIRST_DAY, false",
        "SPOKE, , false"
    })
    void aParentIsToldByBeingSpokenToOrSentThatVeryMessage(Outcome outcome, @Nullable Purpose purpose, boolean told) {
        // KTS-38
        AbsenceState state = AbsenceState.nothing().evolve(attempt(FIRST, outcome, purpose));
        assertThat(state.parentToldOfRefusedEvidence()).isEqualTo(told);
    }

    @Test
    void anAttemptThatWasCorrectedNoLongerCounts() {
        AbsenceState state = AbsenceState.nothing()
                .evolve(attempt(FIRST, Outcome.SPOKE, Purpose.EVIDENCE_REFUSED))
                .evolve(attempt(SECOND, Outcome.NO_ANSWER, Purpose.DAILY))
                .evolve(new EntryCorrected(URN, PUPIL, FIRST, SECOND, false, sealed()));
        assertThat(state.parentToldOfRefusedEvidence()).isFalse();
        assertThat(state.attempt(FIRST)).isEmpty();
        assertThat(state.attempt(SECOND)).isPresent();
    }

    @Test
    void anEntrysIdReadsAsItIsWritten() {
        AbsenceEntryId id = new AbsenceEntryId(PUPIL, FIRST);
        assertThat(AbsenceEntryId.parse(id.toString())).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "p1",
                "kP3nYw0uVd9-Qb1_ZxAa",
                "kP3nYw0uVd9-Qb1_ZxAa.",
                ".00000000-0000-0000-0000-000000000001"
            })
    void whatIsNoIdIsRefused(String text) {
        assertThatThrownBy(() -> AbsenceEntryId.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static ContactAttempted attempt(UUID id, Outcome outcome, @Nullable Purpose purpose) {
        return new ContactAttempted(
                URN,
                PUPIL,
                id,
                Instant.parse("2026-09-07T08:20:00Z"),
                Channel.PHONE,
                null,
                outcome,
                purpose,
                null,
                sealed());
    }

    private static Sealed sealed() {
        return new Sealed("1.2s.author-in-a-box.author_commitment");
    }
}
