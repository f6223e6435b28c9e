package uk.muster.command.notify;

import java.util.UUID;
import uk.muster.kernel.event.FollowUpEvent.Recipient;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.sealing.Sealed;

/**
 * A message as it lies in the outbox.
 *
 * @param id the entry of the ledger that asks for it
 * @param session of the absence
 * @param address sealed e-mail address
 */
record Notice(UUID id, Urn urn, PupilNumber pupil, Recipient to, SessionKey session, Sealed address) {}
