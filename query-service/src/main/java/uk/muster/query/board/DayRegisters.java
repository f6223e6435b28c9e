package uk.muster.query.board;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.pupil.Pupils;

/** A day's registers of a school and who is to be in them. */
final class DayRegisters {

    private DayRegisters() {}

    /** Both registers of each group with who is in it, in order of group and session; groups in which nobody is are left out. */
    static Map<RegisterId, List<PupilNumber>> of(Pupils pupils, Urn urn, LocalDate date) {
        Map<RegisterId, List<PupilNumber>> members = new TreeMap<>(DayRegisters::inOrder);
        pupils.classes(urn).forEach((group, of) -> {
            List<PupilNumber> there = of.members().entrySet().stream()
                    .filter(member -> member.getValue().isMemberOn(date, Instant.MAX))
                    .map(Map.Entry::getKey)
                    .toList();
            if (!there.isEmpty()) {
                for (SessionHalf half : SessionHalf.values()) {
                    members.put(new RegisterId(urn, new SessionKey(date, half), group), there);
                }
            }
        });
        return members;
    }

    private static int inOrder(RegisterId a, RegisterId b) {
        int byGroup = a.group().compareTo(b.group());
        return byGroup != 0 ? byGroup : a.session().compareTo(b.session());
    }
}
