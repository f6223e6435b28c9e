package uk.muster.kernel.code;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many sessions of each kind a pupil, group or school has. Sessions that are no possible attendance are in {@code byCode} and, for
 * Q and Y1 to Y7, in {@code unableToAttend}, but in no rate.
 *
 * @param possible sessions that could be attended
 * @param attended of them, those attended: present, late or at an approved educational activity
 * @param authorisedAbsence of them, absences with authority
 * @param unauthorisedAbsence of them, absences without, N included while it lasts
 * @param unableToAttend sessions with Q or Y1 to Y7
 * @param byCode sessions of each code, by symbol
 */
public record Tally(
        int possible,
        int attended,
        int authorisedAbsence,
        int unauthorisedAbsence,
        int unableToAttend,
        SortedMap<String, Integer> byCode) {

    /** No session at all. */
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0, new TreeMap<>());

    public Tally {
        byCode = Collections.unmodifiableSortedMap(new TreeMap<>(byCode));
    }

    /** Counts the codes of any number of sessions, in one pass. */
    public static Tally of(Iterable<AttendanceCode> codes) {
        int possible = 0;
        int attended = 0;
        int authorised = 0;
        int unauthorised = 0;
        int unable = 0;
        SortedMap<String, Integer> byCode = new TreeMap<>();
        for (AttendanceCode code : codes) {
            possible += code.countsAsPossible() ? 1 : 0;
            attended += code.countsAsPresent() ? 1 : 0;
            authorised += code.authorisation() == Authorisation.AUTHORISED ? 1 : 0;
            unauthorised += code.authorisation() == Authorisation.UNAUTHORISED ? 1 : 0;
            unable += code.category() == Category.UNABLE_TO_ATTEND ? 1 : 0;
            byCode.merge(code.symbol(), 1, Integer::sum);
        }
        return new Tally(possible, attended, authorised, unauthorised, unable, byCode);
    }

    public Tally plus(Tally other) {
        SortedMap<String, Integer> codes = new TreeMap<>(byCode);
        other.byCode.forEach((symbol, count) -> codes.merge(symbol, count, Integer::sum));
        return new Tally(
                possible + other.possible,
                attended + other.attended,
                authorisedAbsence + other.authorisedAbsence,
                unauthorisedAbsence + other.unauthorisedAbsence,
                unableToAttend + other.unableToAttend,
                codes);
    }

    public int absent() {
        return possible - attended;
    }

    /** Sessions of one code. */
    public int count(String symbol) {
        return byCode.getOrDefault(symbol, 0);
    }

    /** Attended of possible in percent, one decimal, half up; for display only (G-01). Empty when nothing was possible. */
    public Optional<BigDecimal> percentage() {
        return rate().percentage();
    }

    public Rate rate() {
        return new Rate(attended, possible);
    }

    /** Missed a tenth or more of the possible sessions: the Department's measure, exact. False when nothing was possible. */
    public boolean isPersistentlyAbsent() {
        return possible > 0 && absent() * 10L >= possible;
    }

    /** Missed half or more of the possible sessions. False when nothing was possible. */
    public boolean isSeverelyAbsent() {
        return possible > 0 && absent() * 2L >= possible;
    }
}
