package uk.muster.query.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.identity.Urn;

/**
 * A look as it is shown.
 *
 * @param position in the chain of its school
 * @param at when it was recorded, which is before anything was shown
 * @param sub who looked, as their token said
 * @param role by which it was allowed, of {@code roles}
 * @param purpose as they gave it; {@code console} where nothing was said on a page
 * @param register,group,from,to,asOf what was asked for
 * @param pupilIds of whom, by the MIS's ids; none for what is of the whole school
 */
public record LookLine(
        long position,
        Instant at,
        Urn urn,
        String sub,
        List<String> roles,
        String role,
        @Nullable String purpose,
        Kind kind,
        @Nullable RegisterId register,
        @Nullable GroupId group,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Instant asOf,
        List<String> pupilIds,
        String hash) {}
