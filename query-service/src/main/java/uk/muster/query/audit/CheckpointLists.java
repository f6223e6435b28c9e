package uk.muster.query.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.muster.http.convention.Cursor;
import uk.muster.http.convention.Page;
import uk.muster.http.convention.PageLimit;

/** Every checkpoint, the newest first. */
public final class CheckpointLists {

    private static final String LIST = "checkpoints";

    private final Checkpoints checkpoints;

    CheckpointLists(Checkpoints checkpoints) {
        this.checkpoints = checkpoints;
    }

    public Page<CheckpointRecord> list(PageLimit limit, @Nullable String cursor) {
        long below = cursor == null
                ? Long.MAX_VALUE
                : Long.parseLong(Cursor.read(LIST, 1, cursor).getFirst());
        List<CheckpointRecord> found = checkpoints.below(below, limit.value() + 1);
        List<CheckpointRecord> page = found.subList(0, Math.min(found.size(), limit.value()));
        return new Page<>(
                page,
                found.size() > page.size()
                        ? Cursor.after(LIST, Long.toString(page.getLast().size()))
                        : null);
    }
}
