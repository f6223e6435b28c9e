package uk.muster.simulator.term;

import java.util.Optional;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.SessionKey;

/**
 * A pupil's absence for one cause.
 *
 * @param from its first session, a morning
 * @param to its last session
 * @param code what its sessions are when all is known
 * @param silence how it goes on where nobody told the school before the register; empty where somebody did
 */
public record Spell(
        PupilId pupil,
        SessionKey from,
        SessionKey to,
        String code,
        int schoolDays,
        Optional<Story> story,
        Optional<Silence> silence) {

    public boolean covers(SessionKey session) {
        return session.compareTo(from) >= 0 && session.compareTo(to) <= 0;
    }
}
