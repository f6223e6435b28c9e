package uk.muster.query.atrisk;

import java.math.BigDecimal;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.code.Rate;
import uk.muster.kernel.figures.Figures;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.pupil.PupilState;
import uk.muster.query.sheet.SheetPupil;

/** A pupil before a page is cut, with the key that the list is put in order by. */
record Row(SheetPupil listed, Figures figures, Key key) {

    PupilState pupil() {
        return listed.state();
    }

    /**
     * What decides a pupil's place, whatever the order.
     *
     * @param trend null where there is none
     * @param name as names are put in order; empty in lists that are not
     */
    record Key(Rate rate, @Nullable BigDecimal trend, String name, Urn urn, PupilNumber number) {}

    /** The orders of {@code sort}; pupils who are alike in it come by school and number, so that pages fit together. */
    enum Order {
        /** Lowest attendance first, by the exact rate. */
        PERCENTAGE,
        /** By surname and forename. */
        NAME,
        /** Greatest fall first, without a trend last. */
        TREND;

        Comparator<Key> comparator() {
            Comparator<Key> first = switch (this) {
                case PERCENTAGE -> Comparator.comparing(Key::rate);
                case NAME -> Comparator.comparing(Key::name);
                case TREND -> Comparator.comparing(Key::trend, Comparator.nullsLast(Comparator.naturalOrder()));
            };
            return first.thenComparing(Key::urn).thenComparing(Key::number);
        }
    }
}
