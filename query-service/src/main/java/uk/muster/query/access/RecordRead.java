package uk.muster.query.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.identity.Urn;

/**
 * A fact that somebody was shown something, as it is stored: compact JSON, null left out. It names nobody but who looked; pupils are random numbers.
 *
 * @param sub the calling person or system, as the token says
 * @param roles all that the token has
 * @param role by which it was allowed
 * @param purpose a word of {@link Purpose}
 */
record RecordRead(
        Urn urn,
        Kind kind,
        String sub,
        List<String> roles,
        String role,
        @Nullable String purpose,
        @Nullable RegisterId register,
        @Nullable GroupId group,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Instant asOf,
        List<PupilNumber> pupils) {

    /** The name and version it is stored under. */
    static final String TYPE = "record-read.v1";

    static RecordRead of(Looker looker, Look look) {
        return new RecordRead(
                look.urn(),
                look.kind(),
                looker.subject(),
                looker.claims().toList(),
                looker.role().claim(),
                looker.purpose() == null ? null : looker.purpose().word(),
                look.register(),
                look.group(),
                look.from(),
                look.to(),
                look.asOf(),
                look.pupils().stream().distinct().sorted().toList());
    }
}
