package uk.muster.query.evidence;

import java.util.EnumSet;
import java.util.List;
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
    CME("Referral of a child missing education"),

    /**
     * The educational record for a parent or the pupil (Education (Pupil Information) (England) Regulations 2005 reg 5; UK GDPR art 15): what is
     * recorded of the child, staff by name only where they amended the register. What may tell of abuse or of serious harm (DPA 2018 Sch 3) is left
     * out and counted, for the head to decide on.
     */
    RECORD("Educational record");

    private static final int SCHOOL_DAYS_TO_ANSWER = 15;

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
            case RECORD ->
                EnumSet.of(
                        Kind.AMENDMENT,
                        Kind.ARRIVAL,
                        Kind.ABSENCE_REPORT,
                        Kind.DECISION,
                        Kind.CONTACT_ATTEMPT,
                        Kind.LETTER,
                        Kind.THRESHOLD,
                        Kind.PENALTY,
                        Kind.ENROLMENT);
        };
    }

    /** Those of packs for an authority. */
    public static List<Purpose> ofPacks() {
        return List.of(PENALTY, CME);
    }

    /** What a person has to look at before anything of it is given. */
    Set<Kind> leftOut() {
        return this == RECORD
                ? EnumSet.of(Kind.HOME_VISIT, Kind.RISK_ASSESSMENT, Kind.ESCALATION, Kind.NOTIFICATION, Kind.TASK)
                : EnumSet.noneOf(Kind.class);
    }

    /** Whether the events behind it are proven: an event names its staff, and nothing of it can be left out. */
    boolean proven() {
        return this != RECORD;
    }

    /** How many school days after it was asked for it has to be given; 0 where there is no such time. */
    int schoolDays() {
        return this == RECORD ? SCHOOL_DAYS_TO_ANSWER : 0;
    }

    /** Who asks may read all; what the purpose does not need is left out all the same. */
    Sight sight() {
        return new Sight(true, this == CME);
    }
}
