package uk.muster.command.school;

import uk.muster.kernel.calendar.SchoolCalendars;
import uk.muster.kernel.policy.EffectivePolicy;
import uk.muster.kernel.school.SchoolState;

/** A school as every decision sees it: its facts with the policy and the calendars read from them. */
public record School(SchoolState state, EffectivePolicy policy, SchoolCalendars calendars) {

    /** {@code id@version#hash}: what an event carries that a rule of the policy decided. */
    public String policyReference() {
        return policy.profileId() + "@" + policy.profileVersion() + "#" + policy.hash();
    }
}
