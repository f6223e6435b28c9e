package uk.muster.kernel.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What every event carries besides its fact.
 *
 * @param occurredAt business time
 * @param system the calling system or person, the {@code sub} of the token
 * @param correlation one id for all that one call set off
 * @param causation the event that set this off, if one did
 * @param policy {@code id@version#hash} of the profile, where a rule of it decided
 */
public record EventMetadata(
        Instant occurredAt,
        String system,
        String correlation,
        @Nullable String causation,
        @Nullable String policy) {}
