package uk.muster.query.register;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.event.ThresholdEvent.CountedSession;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.Urn;

/**
 * A session that counts towards a penalty.
 *
 * @param urn the school whose register has it; null for an earlier school whose marks were imported
 */
public record CountedLine(
        LocalDate date,
        SessionHalf session,
        String code,
        @Nullable Urn urn) {

    public static List<CountedLine> of(List<CountedSession> sessions) {
        return sessions.stream()
                .map(each ->
                        new CountedLine(each.session().date(), each.session().half(), each.code(), each.urn()))
                .toList();
    }
}
