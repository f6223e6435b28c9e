package uk.muster.kernel.code;

import uk.muster.kernel.identity.SessionHalf;

/** The sessions a code may stand in: {@code /} is for mornings, {@code \} for afternoons (reg 10(2) Table 1). */
public enum SessionRestriction {
    AM_ONLY,
    PM_ONLY,
    ANY;

    public boolean allows(SessionHalf half) {
        return switch (this) {
            case AM_ONLY -> half == SessionHalf.AM;
            case PM_ONLY -> half == SessionHalf.PM;
            case ANY -> true;
        };
    }
}
