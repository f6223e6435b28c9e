package uk.muster.query.register;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.pupil.GroupSpell;
import uk.muster.query.pupil.Pupil;
import uk.muster.query.school.School;

/**
 * The registers that can hold an entry for a pupil: those of every group the pupil was ever placed in, for every session that any calendar of the
 * school ever had while the placing lasted. A superset, so that no mark is lost to a change of calendar or a move dated back.
 */
public final class RegistersOfPupil {

    private RegistersOfPupil() {}

    /** @param from,to first and last date of sessions, both inclusive */
    public static Set<RegisterId> between(School school, Pupil pupil, LocalDate from, LocalDate to) {
        Set<RegisterId> registers = new LinkedHashSet<>();
        SortedSet<SessionKey> sessions = school.sessionsEver(from, to);
        for (GroupSpell spell : pupil.everPlaced()) {
            for (SessionKey session : sessions) {
                if (spell.holds(session.date())) {
                    registers.add(new RegisterId(pupil.state().urn(), session, spell.group()));
                }
            }
        }
        return registers;
    }

    /** The first day of the pupil's first placing. */
    public static LocalDate firstDay(Pupil pupil) {
        return Objects.requireNonNull(pupil.everPlaced().stream()
                .map(GroupSpell::from)
                .min(Comparator.naturalOrder())
                .orElse(LocalDate.MAX));
    }
}
