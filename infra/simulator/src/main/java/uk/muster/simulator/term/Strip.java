package uk.muster.simulator.term;

import org.jspecify.annotations.Nullable;

/**
 * What a pupil really did in each session of a term: two sessions a school day, morning first. A session without a spell was attended.
 *
 * @param codes the code, null for present
 * @param dayOfSpell how many school days of the spell went before, 0 on its first
 */
record Strip(@Nullable String[] codes, int[] dayOfSpell) {

    static Strip attended(int days) {
        return new Strip(new String[2 * days], new int[2 * days]);
    }

    void set(int session, String code, int dayOfItsSpell) {
        codes[session] = code;
        dayOfSpell[session] = dayOfItsSpell;
    }
}
