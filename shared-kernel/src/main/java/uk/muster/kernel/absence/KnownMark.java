package uk.muster.kernel.absence;

import java.time.Instant;
import uk.muster.kernel.code.AttendanceCode;
import uk.muster.kernel.code.AttendanceCodes;
import uk.muster.kernel.register.Entry;

/**
 * What a pupil's register says of a session now.
 *
 * @param code a code of the national table
 * @param knownAt when it came to say so: the recording of the entry, or of its last amendment
 */
public record KnownMark(String code, Instant knownAt) {

    /** What an entry says, known since it first said something of that kind without saying anything else after. */
    public static KnownMark of(Entry entry) {
        KnownMark known = new KnownMark(entry.original().code(), entry.recordedAt());
        for (Entry.Amendment amendment : entry.amendments()) {
            KnownMark next = new KnownMark(amendment.fact().amendedCode(), amendment.recordedAt());
            known = areOfAKind(known.code(), next.code()) ? new KnownMark(next.code(), known.knownAt()) : next;
        }
        return known;
    }

    /** Whether a mark that turns from one code into the other was known for what it is since the first. */
    public static boolean areOfAKind(String code, String other) {
        KnownMark one = new KnownMark(code, Instant.EPOCH);
        KnownMark then = new KnownMark(other, Instant.EPOCH);
        return code.equals(other) || (one.isUnauthorised() && then.isUnauthorised()) || (one.isLate() && then.isLate());
    }

    static final String UNEXPLAINED = "N";
    static final String UNAUTHORISED = "O";
    private static final String LATE = "L";
    private static final String AFTER_CLOSE = "U";

    /** What a mark means for an absence that nobody has explained. */
    enum Meaning {
        /** {@code N}: it begins or goes on. */
        UNEXPLAINED,
        /** {@code O}: nobody's reason was accepted; an absence goes on with it and none begins. */
        NOT_ACCEPTED,
        /** In school, or at something that counts as attending: it is over. */
        PRESENT,
        /** The reason or the whereabouts are known: it is over. */
        EXPLAINED,
        /** The pupil was not expected, so that it says nothing: part-time, closures. */
        NOT_EXPECTED
    }

    Meaning meaning() {
        return switch (code) {
            case UNEXPLAINED -> Meaning.UNEXPLAINED;
            case UNAUTHORISED -> Meaning.NOT_ACCEPTED;
            case "U" -> Meaning.PRESENT;
            case "X", "C2", "Y3", "Y4", "Z", "#" -> Meaning.NOT_EXPECTED;
            default -> tableCode().countsAsPresent() ? Meaning.PRESENT : Meaning.EXPLAINED;
        };
    }

    /** {@code G}, {@code N}, {@code O} and {@code U}: what the local authority is told of (reg 13(1)). */
    boolean isUnauthorised() {
        return switch (code) {
            case "G", "N", "O", "U" -> true;
            default -> false;
        };
    }

    boolean isUnexplained() {
        return code.equals(UNEXPLAINED);
    }

    /** {@code L} and {@code U}: came after the register was called. */
    boolean isLate() {
        return code.equals(LATE) || code.equals(AFTER_CLOSE);
    }

    boolean isIllness() {
        return code.equals("I");
    }

    /** Whether clocks over many days look at such a mark even when no absence is open: unauthorised absence and illness. */
    public static boolean isCountedOverDays(String code) {
        KnownMark mark = new KnownMark(code, Instant.EPOCH);
        return mark.isUnauthorised() || mark.isIllness();
    }

    /** Whether such a mark is kept for the year: those that clocks over many days look at, and late ones. */
    public static boolean isKept(String code) {
        return isCountedOverDays(code) || new KnownMark(code, Instant.EPOCH).isLate();
    }

    private AttendanceCode tableCode() {
        return AttendanceCodes.standard().get(code);
    }
}
