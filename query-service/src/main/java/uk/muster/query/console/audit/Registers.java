package uk.muster.query.console.audit;

import uk.muster.kernel.identity.RegisterId;
import uk.muster.query.console.shell.Say;

/** How the audit speaks of a register, and where its pages are. */
final class Registers {

    private Registers() {}

    /** {@code 4-A, morning of 7 September 2026}. */
    static String words(RegisterId id) {
        return id.group() + ", " + Say.half(id.session().half()) + " of "
                + Say.date(id.session().date());
    }

    /** The address of its history. */
    static String replay(RegisterId id) {
        return "/audit/replay?urn=" + id.urn() + "&date=" + id.session().date() + "&session="
                + id.session().half() + "&group=" + id.group();
    }
}
