package uk.muster.kernel.event;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.event.RegisterEvent.Mark;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.sealing.Sealed;

/**
 * A class's marks as they lie in an event, each made only when it is asked for: who reads a year of registers for one child needs one of thirty.
 * Immutable.
 */
final class PackedMarks extends AbstractList<Mark> implements RandomAccess {

    private static final String[] OF_ONE_LETTER = ofOneLetter();

    private final String pupils;
    private final String[] codes;
    private final Map<Integer, Extra> extras;

    /** What few marks have to say beside the code. */
    record Extra(@Nullable Integer minutesLate, @Nullable Sealed detail) {

        private static final Extra NONE = new Extra(null, null);
    }

    /**
     * @param pupils their numbers without a gap
     * @param codes in the same order with a space between
     * @param extras by place, from 0
     * @throws IllegalArgumentException when these are not as many codes as pupils
     */
    PackedMarks(String pupils, String codes, Map<Integer, Extra> extras) {
        this.pupils = pupils;
        this.codes = split(codes);
        this.extras = Map.copyOf(extras);
        if (pupils.length() != this.codes.length * PupilNumber.LENGTH) {
            throw new IllegalArgumentException("A register's event does not have one code for each pupil.");
        }
    }

    private static String[] split(String codes) {
        List<String> all = new ArrayList<>(codes.length() / 2 + 1);
        int from = 0;
        while (from < codes.length()) {
            int gap = codes.indexOf(' ', from);
            int end = gap < 0 ? codes.length() : gap;
            all.add(code(codes, from, end));
            from = end + 1;
        }
        return all.toArray(String[]::new);
    }

    /** Of nearly every code one string is enough for all the marks of a process. */
    private static String code(String codes, int from, int end) {
        char first = codes.charAt(from);
        return end - from == 1 && first < OF_ONE_LETTER.length
                ? OF_ONE_LETTER[first]
                : codes.substring(from, end).intern();
    }

    private static String[] ofOneLetter() {
        String[] all = new String[Byte.MAX_VALUE + 1];
        for (int letter = 0; letter < all.length; letter++) {
            all[letter] = Character.toString(letter);
        }
        return all;
    }

    @Override
    public int size() {
        return codes.length;
    }

    @Override
    public Mark get(int place) {
        Objects.checkIndex(place, codes.length);
        int from = place * PupilNumber.LENGTH;
        return mark(place, new PupilNumber(pupils.substring(from, from + PupilNumber.LENGTH)));
    }

    /** The first mark of a pupil. */
    Optional<Mark> of(PupilNumber pupil) {
        OptionalInt place = pupil.placeIn(pupils);
        return place.isEmpty() ? Optional.empty() : Optional.of(mark(place.getAsInt(), pupil));
    }

    private Mark mark(int place, PupilNumber pupil) {
        Extra extra = extras.getOrDefault(place, Extra.NONE);
        return new Mark(pupil, codes[place], extra.minutesLate(), extra.detail());
    }
}
