package uk.muster.simulator.term;

import org.jspecify.annotations.Nullable;

/** What a pupil really did in each session of a term: two sessions a school day, morning first. A session without a spell was attended. */
final class Strip {

    private final @Nullable String[] codes;
    private final int[] dayOfSpell;

    /** Attended throughout. */
    Strip(int days) {
        this.codes = new String[2 * days];
        this.dayOfSpell = new int[2 * days];
    }

    int sessions() {
        return codes.length;
    }

    /** The code of the spell in which the session lies, null when the pupil attended. */
    @Nullable
    String code(int session) {
        return codes[session];
    }

    /** How many school days of the same spell went before, 0 on its first. */
    int dayOfSpell(int session) {
        return dayOfSpell[session];
    }

    void set(int session, String code, int dayOfItsSpell) {
        codes[session] = code;
        dayOfSpell[session] = dayOfItsSpell;
    }

    /** The pupil is in school after all. */
    void attend(int session) {
        codes[session] = null;
        dayOfSpell[session] = 0;
    }

    /** The last session of the spell in which the session lies. */
    int lastOfSpell(int session) {
        int last = session;
        while (last + 1 < codes.length && isSameSpell(last, last + 1)) {
            last++;
        }
        return last;
    }

    private boolean isSameSpell(int session, int next) {
        return codes[session] != null
                && codes[session].equals(codes[next])
                && dayOfSpell[next] - dayOfSpell[session] == next / 2 - session / 2;
    }
}
