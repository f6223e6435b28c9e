package uk.muster.query.sheet;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.event.RegisterEvent;
import uk.muster.kernel.event.RegisterEvent.LateArrivalRecorded;
import uk.muster.kernel.event.RegisterEvent.Mark;
import uk.muster.kernel.event.RegisterEvent.MarkAmended;
import uk.muster.kernel.event.RegisterEvent.MarksEntered;
import uk.muster.kernel.identity.PupilNumber;

/** What a register's fact enters for each pupil, as {@link uk.muster.kernel.register.RegisterState} has it. */
final class Entering {

    private Entering() {}

    /** @param marks the marks of a pupil to enter it in; null for a pupil who is passed over */
    static void into(RegisterEvent event, Function<PupilNumber, Marks.@Nullable Editor> marks) {
        switch (event) {
            case MarksEntered e -> {
                for (Mark mark : e.marks()) {
                    Marks.Editor editor = marks.apply(mark.pupil());
                    if (editor != null) {
                        enter(e, mark, editor);
                    }
                }
            }
            case LateArrivalRecorded e -> {
                Marks.Editor editor = marks.apply(e.pupil());
                if (editor != null) {
                    editor.enter(session(e), e.register().group(), e.code(), isLate(e.code()) ? e.minutesLate() : null);
                }
            }
            case MarkAmended e -> {
                Marks.Editor editor = marks.apply(e.pupil());
                if (editor != null) {
                    editor.amend(session(e), e.register().group(), e.amendedCode(), e.minutesLate());
                }
            }
        }
    }

    /** The same for one pupil; the others of the class are not even looked at. */
    static void of(PupilNumber pupil, RegisterEvent event, Marks.Editor marks) {
        if (event instanceof MarksEntered e) {
            e.markOf(pupil).ifPresent(mark -> enter(e, mark, marks));
        } else {
            into(event, number -> number.equals(pupil) ? marks : null);
        }
    }

    private static void enter(RegisterEvent event, Mark mark, Marks.Editor editor) {
        editor.enter(session(event), event.register().group(), mark.code(), mark.minutesLate());
    }

    private static int session(RegisterEvent event) {
        return event.register().session().ordinal();
    }

    private static boolean isLate(String code) {
        return code.equals("L") || code.equals("U");
    }
}
