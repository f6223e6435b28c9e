package uk.muster.query.sheet;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import uk.muster.kernel.code.AttendanceCode;
import uk.muster.kernel.figures.MarkedSessions;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.pupil.PupilState;
import uk.muster.kernel.pupil.RollSpell;
import uk.muster.query.school.School;

/**
 * A pupil's sessions in order, one mark each.
 *
 * <p>Which of several marks of a session is the pupil's: that of the group they were in on that day, by the spells known at the instant asked
 * for; if it has none, the one recorded last. A mark counts if the calendar known then has its session, nothing closed the school
 * unexpectedly, and the pupil was on roll that day; others are listed and count nowhere. Immutable.
 */
public final class Strip implements MarkedSessions {

    private final Marks marks;

    /** The places among the marks, in order of session. */
    private final short[] places;

    private final BitSet counted;

    private Strip(Marks marks, short[] places, BitSet counted) {
        this.marks = marks;
        this.places = places;
        this.counted = counted;
    }

    public static Strip of(School school, PupilState pupil, Marks marks) {
        short[] places = new short[marks.size()];
        int size = 0;
        for (int place = 0; place < marks.size(); place++) {
            if (size == 0 || marks.ordinal(places[size - 1]) != marks.ordinal(place)) {
                places[size++] = (short) place;
            } else if (!isOfTheDaysGroup(pupil, marks, places[size - 1]) || isOfTheDaysGroup(pupil, marks, place)) {
                places[size - 1] = (short) place;
            }
        }
        return new Strip(marks, Arrays.copyOf(places, size), counted(school, pupil, marks, places, size));
    }

    private static BitSet counted(School school, PupilState pupil, Marks marks, short[] places, int size) {
        BitSet counted = new BitSet(size);
        for (RollSpell spell : pupil.roll()) {
            int first = SessionKey.firstOf(spell.from());
            int end = spell.until() == null
                    ? Integer.MAX_VALUE
                    : SessionKey.firstOf(spell.until().plusDays(1));
            for (int i = 0; i < size; i++) {
                int session = marks.ordinal(places[i]);
                if (session >= first && session < end && school.calendars().countsInRates(session)) {
                    counted.set(i);
                }
            }
        }
        return counted;
    }

    private static boolean isOfTheDaysGroup(PupilState pupil, Marks marks, int place) {
        SessionKey session = SessionKey.of(marks.ordinal(place));
        return pupil.groupOn(session.date()).equals(Optional.of(marks.group(place)));
    }

    @Override
    public int size() {
        return places.length;
    }

    @Override
    public int ordinal(int place) {
        return marks.ordinal(places[place]);
    }

    @Override
    public AttendanceCode code(int place) {
        return marks.code(places[place]);
    }

    @Override
    public int minutesLate(int place) {
        return marks.minutesLate(places[place]);
    }

    @Override
    public boolean counts(int place) {
        return counted.get(place);
    }

    /** The group in whose register the mark stands. */
    public GroupId group(int place) {
        return marks.group(places[place]);
    }
}
