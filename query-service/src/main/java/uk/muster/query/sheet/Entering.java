package uk.muster.query.sheet;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.event.RegisterEvent;
import uk.muster.kernel.event.RegisterEvent.LateArrivalRecorded;
import uk.muster.kernel.event.RegisterEvent.Mark;
import uk.muster.kernel.event.RegisterEvent.MarkAmended;
import uk.muster.kernel.event.RegisterEvent.MarksAdded;
import uk.muster.kernel.event.RegisterEvent.RegisterTaken;
import uk.muster.kernel.identity.PupilNumber;

/** What a register's fact enters for each pupil, as {@link uk.muster.kernel.register.RegisterState} has it. */
final class Entering {

    private Entering() {}

    /** @param marks the marks of a pupil to enter it in; null for a pupil who is passed over */
    static void into(RegisterEvent event, Function<PupilNumber, Marks.@Nullable Editor> marks) {
        int session = event.register().session().ordinal();
        switch (event) {
            case RegisterTaken e -> enter(session, e, e.marks(), marks);
            case MarksAdded e -> enter(session, e, e.marks(), marks);
            case LateArrivalRecorded e -> {
                Marks.Editor editor = marks.apply(e.pupil());
                if (editor != null) {
                    editor.enter(session, e.register().group(), e.code(), isLate(e.code()) ? e.minutesLate() : null);
                }
            }
            case MarkAmended e -> {
                Marks.Editor editor = marks.apply(e.pupil());
                if (editor != null) {
                    editor.amend(session, e.register().group(), e.amendedCode(), e.minutesLate());
                }
            }
        }
    }

    private static void enter(
            int session,
            RegisterEvent event,
            Iterable<Mark> entered,
            Function<PupilNumber, Marks.@Nullable Editor> marks) {
        for (Mark mark : entered) {
            Marks.Editor editor = marks.apply(mark.pupil());
            if (editor != null) {
                editor.enter(session, event.register().group(), mark.code(), mark.minutesLate());
            }
        }
    }

    private static boolean isLate(String code) {
        return code.equals("L") || code.equals("U");
    }
}
