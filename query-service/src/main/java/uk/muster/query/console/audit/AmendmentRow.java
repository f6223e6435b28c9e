package uk.muster.query.console.audit;

import org.jspecify.annotations.Nullable;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.audit.AmendmentRecord;
import uk.muster.query.console.shell.Say;

/**
 * An amendment with the five items of reg 6.
 *
 * @param recorded when it was recorded, where that was not when it was made
 * @param replay where the register's history is
 */
record AmendmentRow(
        String made,
        @Nullable String recorded,
        Urn urn,
        String register,
        String replay,
        String pupilId,
        String before,
        String after,
        @Nullable String reason,
        @Nullable String by,
        @Nullable String approver,
        boolean afterWindow) {

    static AmendmentRow of(AmendmentRecord each) {
        String made = Say.moment(each.amendedAt());
        String recorded = Say.moment(each.recordedAt());
        return new AmendmentRow(
                made,
                recorded.equals(made) ? null : recorded,
                each.urn(),
                Registers.words(each.registerId()),
                Registers.replay(each.registerId()),
                each.pupilId(),
                each.originalCode(),
                each.amendedCode(),
                each.reason(),
                Say.person(each.author()),
                Say.person(each.approver()),
                each.afterWindow());
    }
}
