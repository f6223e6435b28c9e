package uk.muster.kernel.retention;

import uk.muster.kernel.event.RetentionEvent.HoldKind;

/** Why a key that is due is not destroyed: somebody placed a hold, or what is recorded of the pupil is not at its end. */
public enum HeldBecause {
    INQUIRY,
    LITIGATION,
    OPEN_CASE,
    CHILD_PROTECTION,
    OTHER,
    /** An absence of the pupil is unexplained. */
    OPEN_ABSENCE,
    /** A penalty notice is neither paid nor withdrawn, its proceedings are not ended, or a notice to improve is not concluded. */
    OPEN_PENALTY;

    static HeldBecause of(HoldKind kind) {
        return switch (kind) {
            case INQUIRY -> INQUIRY;
            case LITIGATION -> LITIGATION;
            case OPEN_CASE -> OPEN_CASE;
            case CHILD_PROTECTION -> CHILD_PROTECTION;
            case OTHER -> OTHER;
        };
    }
}
