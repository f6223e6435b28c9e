package uk.muster.kernel.absence;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.event.RegisterEvent.Mark;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.register.RegisterState;

/**
 * What a register says of each pupil now, in a twentieth of the room of a {@link RegisterState}, for those who keep many. Immutable.
 */
public final class KnownMarks {

    /** Of a register without an entry. */
    private static final KnownMarks NONE = new KnownMarks("", "", Instant.EPOCH, Map.of());

    private static final int CODE = 2;

    private final String pupils;
    private final String codes;
    private final Instant knownAt;
    private final Map<Integer, KnownMark> others;

    /**
     * @param pupils their numbers without a gap
     * @param codes in the same order, two characters each
     * @param knownAt of all but the others
     * @param others by place, from 0
     */
    private KnownMarks(String pupils, String codes, Instant knownAt, Map<Integer, KnownMark> others) {
        this.pupils = pupils;
        this.codes = codes;
        this.knownAt = knownAt;
        this.others = others;
    }

    /** @param like of another register of the class, whose pupils are mostly the same and then take no room twice */
    public static KnownMarks of(RegisterState state, @Nullable KnownMarks like) {
        if (state.entries().isEmpty()) {
            return NONE;
        }
        Packer packer = new Packer(
                state.entries().size(),
                state.entries().values().iterator().next().recordedAt(),
                like);
        state.entries().forEach((pupil, entry) -> packer.add(pupil, KnownMark.of(entry)));
        return packer.packed();
    }

    /** The same of a register that was just begun. */
    public static KnownMarks begun(List<Mark> marks, Instant recordedAt, @Nullable KnownMarks like) {
        Packer packer = new Packer(marks.size(), recordedAt, like);
        marks.forEach(mark -> packer.add(mark.pupil(), new KnownMark(mark.code(), recordedAt)));
        return packer.packed();
    }

    private static final class Packer {

        private final int size;
        private final String likely;
        private final StringBuilder codes;
        private final Instant common;
        private final Map<Integer, KnownMark> others = new HashMap<>(0);
        private int places;

        /** The pupils, once they are others than those of the other register. */
        private @Nullable StringBuilder pupils;

        Packer(int size, Instant common, @Nullable KnownMarks like) {
            this.size = size;
            this.likely = like == null ? "" : like.pupils;
            this.codes = new StringBuilder(size * CODE);
            this.common = common;
        }

        void add(PupilNumber pupil, KnownMark mark) {
            String code = mark.code();
            boolean fits = code.length() <= CODE && mark.knownAt().equals(common);
            if (!fits) {
                others.put(places, mark);
            }
            place(pupil.value());
            codes.append(fits ? code : "").repeat(' ', fits ? CODE - code.length() : CODE);
            places++;
        }

        private void place(String number) {
            int from = places * PupilNumber.LENGTH;
            if (pupils == null && !likely.startsWith(number, from)) {
                pupils = new StringBuilder(size * PupilNumber.LENGTH).append(likely, 0, from);
            }
            if (pupils != null) {
                pupils.append(number);
            }
        }

        KnownMarks packed() {
            String numbers = pupils == null ? likely.substring(0, places * PupilNumber.LENGTH) : pupils.toString();
            return new KnownMarks(numbers, codes.toString(), common, Map.copyOf(others));
        }
    }

    /** What it says of the pupil; empty when it has no entry for them. */
    public Optional<KnownMark> of(PupilNumber pupil) {
        OptionalInt place = pupil.placeIn(pupils);
        return place.isEmpty() ? Optional.empty() : Optional.of(at(place.getAsInt()));
    }

    private KnownMark at(int place) {
        KnownMark other = others.get(place);
        return other != null
                ? other
                : new KnownMark(
                        codes.substring(place * CODE, place * CODE + CODE).strip(), knownAt);
    }
}
