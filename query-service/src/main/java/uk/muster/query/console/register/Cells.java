package uk.muster.query.console.register;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.query.console.register.WeekPage.Cell;
import uk.muster.query.console.register.WeekPage.Link;
import uk.muster.query.console.shell.MarkLook;
import uk.muster.query.console.shell.Say;
import uk.muster.query.register.RegisterPage.AmendmentLine;
import uk.muster.query.register.RegisterPage.MarkLine;

/** Puts a mark of a register into its cell. */
final class Cells {

    private Cells() {}

    /**
     * @param there whether there is such a register
     * @param mark null where the pupil has none in it
     */
    static Cell of(String pupilId, RegisterId register, boolean there, @Nullable MarkLine mark) {
        if (mark == null) {
            MarkLook look = there ? MarkLook.NONE : MarkLook.CLOSED;
            return new Cell(look, look.words(), null, List.of(), null);
        }
        MarkLook look = MarkLook.of(mark.code());
        return new Cell(
                look,
                look.words() + detail(mark),
                mark.code().equals(mark.originalCode()) ? null : mark.originalCode(),
                mark.amendments().stream().map(Cells::link).toList(),
                WeekReader.href(register) + "/amendments/" + pupilId);
    }

    private static String detail(MarkLine mark) {
        String late = mark.minutesLate() == null ? "" : ", " + mark.minutesLate() + " minutes late";
        return late + (mark.detail() == null ? "" : ", " + mark.detail());
    }

    private static Link link(AmendmentLine amendment) {
        return new Link(
                amendment.originalCode(),
                amendment.amendedCode(),
                amendment.reason(),
                Say.person(amendment.author()),
                Say.moment(amendment.recordedAt()));
    }
}
