package uk.muster.query.punctuality;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the pupils who were late.
 *
 * @param from,to the days looked at, both inclusive
 * @param nextCursor null, and written as null, on the last page
 */
public record PunctualityPage(
        LocalDate from,
        LocalDate to,
        List<LatePupil> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor) {}
