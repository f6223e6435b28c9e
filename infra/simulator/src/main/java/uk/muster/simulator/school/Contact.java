package uk.muster.simulator.school;

import uk.muster.kernel.identity.ContactId;

/** An adult of a pupil. The telephone numbers are of Ofcom's ranges for fiction. */
public record Contact(
        ContactId id, String name, String relationship, String phone, String email, int priority, boolean livesWith) {}
