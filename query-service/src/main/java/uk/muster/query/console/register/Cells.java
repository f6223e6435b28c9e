package uk.muster.query.console.register;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.query.console.register.WeekPage.Cell;
import uk.muster.query.console.register.WeekPage.Link;
import uk.muster.query.console.shell.Addresses;
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
        List<Link> chain = mark.amendments().stream().map(Cells::link).toList();
        String now = look.words() + more(", ", mark.minutesLate(), mark.detail());
        return new Cell(
                look,
                chain.isEmpty() ? now : now + ". " + words(chain.getLast()),
                mark.code().equals(mark.originalCode()) ? null : mark.originalCode(),
                chain,
                Addresses.of(register) + "/amendments/" + pupilId);
    }

    /** Minutes late and detail, each after a word that goes before; empty where neither is told. */
    private static String more(String before, @Nullable Integer minutesLate, @Nullable String detail) {
        String late = minutesLate == null ? "" : before + Say.count(minutesLate, "minute") + " late";
        return late + (detail == null ? "" : (late.isEmpty() ? before : ", ") + detail);
    }

    static Link link(AmendmentLine amendment) {
        String more = more("", amendment.minutesLate(), amendment.detail());
        return new Link(
                amendment.originalCode(),
                amendment.amendedCode(),
                more.isEmpty() ? null : more,
                amendment.reason(),
                Say.person(amendment.author()),
                Say.moment(amendment.recordedAt()),
                Say.person(amendment.approver()),
                amendment.afterWindow());
    }

    private static String words(Link link) {
        return link.from() + " amended to " + link.to() + (link.by() == null ? "" : " by " + link.by()) + ", "
                + link.at() + (link.reason() == null ? "" : ": " + link.reason());
    }
}
