package uk.muster.query.chronology;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An item of a chronology.
 *
 * @param id of the event, or of the amendment, arrival or entry as its command answered it
 * @param at business time
 * @param by who did it; null where nobody is named
 * @param summary a line to read
 * @param data the same and more, field by field
 */
public record ChronologyItem(
        String id,
        Kind kind,
        Instant at,
        Instant recordedAt,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable JsonNode by,
        String summary,
        Map<String, Object> data) {}
