package uk.muster.query.sheet;

import org.jspecify.annotations.Nullable;
import uk.muster.kernel.figures.Figures;
import uk.muster.kernel.figures.Figures.Frame;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.pupil.PupilState;
import uk.muster.query.school.School;

/** A pupil of a sheet with their sessions, as they were at one moment. Another takes its place when a mark, the pupil or the school changes. */
public final class SheetPupil {

    private final School school;
    private final PupilState state;
    private final Marks marks;
    private volatile @Nullable Strip strip;
    private volatile @Nullable Counted counted;

    private record Counted(Frame frame, Figures figures) {}

    SheetPupil(School school, PupilState state, Marks marks) {
        this.school = school;
        this.state = state;
        this.marks = marks;
    }

    public PupilNumber number() {
        return state.pupil();
    }

    /** What the admission register says; what is personal in it is sealed. */
    public PupilState state() {
        return state;
    }

    /** The pupil's sessions from the sheet's first day on. The same object as long as nothing of it changed. */
    public Strip strip() {
        Strip known = strip;
        if (known == null) {
            known = Strip.of(school, state, marks);
            strip = known;
        }
        return known;
    }

    /** What the sessions come to in a frame. Kept for the frame that was asked for last, since lists ask for the same all day. */
    public Figures figures(Frame frame) {
        Counted known = counted;
        if (known == null || !known.frame().equals(frame)) {
            known = new Counted(frame, Figures.of(strip(), frame));
            counted = known;
        }
        return known.figures();
    }

    Marks marks() {
        return marks;
    }

    SheetPupil in(School changed) {
        return new SheetPupil(changed, state, marks);
    }
}
