package uk.muster.query.penalty;

import java.util.Comparator;
import java.util.List;
import uk.muster.http.convention.Cursor;
import uk.muster.http.problem.Problem;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;

/** What decides a window's place in a list: the most sessions first, then by school, pupil and window, so that pages fit together. */
record Key(int count, Urn urn, PupilNumber pupil, String windowId) {

    static final Comparator<Key> ORDER = Comparator.comparingInt(Key::count)
            .reversed()
            .thenComparing(Key::urn)
            .thenComparing(Key::pupil)
            .thenComparing(Key::windowId);

    private static final String LIST = "penalty-windows";
    private static final int KEYS = 4;

    /** @throws uk.muster.http.problem.ProblemException 400 for a cursor that is none */
    static Key read(String cursor) {
        List<String> keys = Cursor.read(LIST, KEYS, cursor);
        try {
            return new Key(
                    Integer.parseInt(keys.get(0)), Urn.parse(keys.get(1)), new PupilNumber(keys.get(2)), keys.get(3));
        } catch (IllegalArgumentException _) {
            throw Problem.malformed("The cursor is not one that this list answered.")
                    .asException();
        }
    }

    String cursor() {
        return Cursor.after(LIST, Integer.toString(count), urn.toString(), pupil.value(), windowId);
    }
}
