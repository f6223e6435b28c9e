package uk.muster.http.convention;

import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import uk.muster.http.problem.Problem;

/**
 * How far something was recorded: the header {@code Muster-Position} of an accepted command, sent back as {@code Muster-Await}. Opaque to
 * clients; written {@code <partition>.<position>}, joined by commas when a command touched several partitions.
 *
 * @param positions the last position of each partition, 1 or more partitions, positions 1 or more
 */
public record MusterPosition(SortedMap<Integer, Long> positions) {

    /** The header of an answer. */
    public static final String HEADER = "Muster-Position";

    /** The header of a query that wants to see at least this. */
    public static final String AWAIT = "Muster-Await";

    /** Far more than any topic of Muster has. */
    private static final int MOST_PARTITIONS = 1_024;

    private static final int LONGEST = 8_192;
    private static final int MOST_DIGITS = 18;

    public MusterPosition {
        if (positions.isEmpty()) {
            throw new IllegalArgumentException("A position names at least one partition.");
        }
        positions = Collections.unmodifiableSortedMap(new TreeMap<>(positions));
    }

    public static MusterPosition of(int partition, long position) {
        return new MusterPosition(new TreeMap<>(Map.of(partition, position)));
    }

    /**
     * Reads what {@link #toString} wrote; of a partition named twice, the later position counts.
     *
     * @throws uk.muster.http.problem.ProblemException 400 for anything else
     */
    public static MusterPosition parse(String text) {
        SortedMap<Integer, Long> positions = new TreeMap<>();
        int from = 0;
        while (from <= text.length() && text.length() <= LONGEST) {
            int comma = text.indexOf(',', from);
            int to = comma < 0 ? text.length() : comma;
            String part = text.substring(from, to).strip();
            int dot = part.indexOf('.');
            long partition = dot < 0 ? -1 : number(part, 0, dot);
            long position = dot < 0 ? -1 : number(part, dot + 1, part.length());
            if (partition < 0 || partition >= MOST_PARTITIONS || position < 1) {
                throw malformed();
            }
            positions.merge((int) partition, position, Math::max);
            from = to + 1;
        }
        if (positions.isEmpty()) {
            throw malformed();
        }
        return new MusterPosition(positions);
    }

    /** The later of both in each partition. */
    public MusterPosition and(MusterPosition other) {
        SortedMap<Integer, Long> later = new TreeMap<>(positions);
        other.positions.forEach((partition, position) -> later.merge(partition, position, Math::max));
        return new MusterPosition(later);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Iterator<Map.Entry<Integer, Long>> each = positions.entrySet().iterator(); each.hasNext(); ) {
            Map.Entry<Integer, Long> position = each.next();
            text.append(position.getKey())
                    .append('.')
                    .append(position.getValue())
                    .append(each.hasNext() ? "," : "");
        }
        return text.toString();
    }

    /** A whole number without sign or superfluous zeros, or -1. */
    private static long number(String text, int from, int to) {
        if (from == to || to - from > MOST_DIGITS || (text.charAt(from) == '0' && to - from > 1)) {
            return -1;
        }
        long number = 0;
        for (int i = from; i < to; i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                return -1;
            }
            number = number * 10 + (digit - '0');
        }
        return number;
    }

    private static RuntimeException malformed() {
        return Problem.malformed("Muster-Await must be a Muster-Position as it was answered.")
                .asException();
    }
}
