package uk.muster.query.atrisk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import uk.muster.kernel.figures.Figures;
import uk.muster.kernel.figures.Figures.Frame;
import uk.muster.query.sheet.Strip;

/** Figures that were worked out before, kept for as long as the pupil's sessions are the same; of a list most are. */
final class KeptFigures {

    private final Cache<Strip, Kept> kept = Caffeine.newBuilder().weakKeys().build();

    private record Kept(Frame frame, Figures figures) {}

    Figures of(Strip strip, Frame frame) {
        Kept known = kept.getIfPresent(strip);
        if (known == null || !known.frame().equals(frame)) {
            known = new Kept(frame, Figures.of(strip, frame));
            kept.put(strip, known);
        }
        return known.figures();
    }
}
