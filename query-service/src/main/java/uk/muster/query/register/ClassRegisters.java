package uk.muster.query.register;

import java.time.Instant;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.SequencedMap;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.query.school.School;

/**
 * A class's registers of some days, as they were known at an instant.
 *
 * @param school as it was known then
 * @param pages in order of session
 * @param instants at which anything was recorded in them, also those after that instant
 */
public record ClassRegisters(
        School school, SequencedMap<RegisterId, RegisterPage> pages, NavigableSet<Instant> instants) {

    public ClassRegisters {
        pages = Collections.unmodifiableSequencedMap(pages);
        instants = Collections.unmodifiableNavigableSet(instants);
    }
}
