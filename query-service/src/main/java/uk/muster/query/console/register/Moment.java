package uk.muster.query.console.register;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.muster.http.convention.Times;
import uk.muster.query.console.shell.Say;

/** An instant at which something was recorded, as of which a page can be drawn. */
public record Moment(String instant, String label, boolean chosen) {

    /** @param asOf the one that is chosen; null for none */
    static List<Moment> of(Collection<Instant> instants, @Nullable Instant asOf) {
        return instants.stream()
                .map(instant -> new Moment(Times.print(instant), Say.moment(instant), instant.equals(asOf)))
                .toList();
    }
}
