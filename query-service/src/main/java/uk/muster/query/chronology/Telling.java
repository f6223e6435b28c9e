package uk.muster.query.chronology;

import org.jspecify.annotations.Nullable;
import uk.muster.kernel.sealing.Sealed;

/**
 * A happening in words, before its place in time is added.
 *
 * @param by who did it, still sealed; null where nobody is named
 */
record Telling(String id, @Nullable Sealed by, String summary, Data data) {}
