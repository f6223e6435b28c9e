package uk.muster.query.penalty;

import org.jspecify.annotations.Nullable;
import uk.muster.kernel.event.PupilEvent.EarlierSessionsImported;
import uk.muster.kernel.pupil.PupilState;
import uk.muster.query.keys.Opener;

/** What an import calls a joiner's earlier school. */
final class EarlierSchools {

    private final Opener opener;

    EarlierSchools(Opener opener) {
        this.opener = opener;
    }

    /** Null where nothing was imported, and where nobody can read it any more. */
    @Nullable
    String of(PupilState pupil) {
        EarlierSessionsImported imported = pupil.earlierSessions();
        return imported == null ? null : opener.text(imported.school()).orElse(null);
    }
}
