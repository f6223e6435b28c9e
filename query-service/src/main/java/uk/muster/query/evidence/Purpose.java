package uk.muster.query.evidence;

import java.util.EnumSet;
import java.util.Set;
import uk.muster.query.chronology.Kind;
import uk.muster.query.chronology.Sight;

/** What a pack is for, which decides what is in it. */
public enum Purpose {
    /**
     * A penalty notice or proceedings (Education Act 1996 ss 444, 444A): attendance, contacts, decisions, thresholds and notices. Visits, risk
     * assessments, escalations and the circumstances of the child stay with the school.
     */
    PENALTY("Penalty notice or proceedings"),

    /** A referral of a child missing education (Education Act 1996 s 436A): all that was recorded. */
    CME("Referral of a child missing education");

    private final String title;

    Purpose(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** Marks are in the certificate. */
    Set<Kind> kinds() {
        return switch (this) {
            case PENALTY ->
                EnumSet.of(
                        Kind.AMENDMENT,
                        Kind.ARRIVAL,
                        Kind.ABSENCE_REPORT,
                        Kind.DECISION,
                        Kind.CONTACT_ATTEMPT,
                        Kind.LETTER,
                        Kind.THRESHOLD,
                        Kind.PENALTY);
            case CME -> EnumSet.complementOf(EnumSet.of(Kind.MARK));
        };
    }

    /** Who asks may read all; what the purpose does not need is left out all the same. */
    Sight sight() {
        return new Sight(true, this == CME);
    }
}
