package uk.muster.query.board;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.register.RegisterState;
import uk.muster.query.pupil.Pupils;
import uk.muster.query.register.Registers;

/** A day's registers of a school as they stand, and who is to be in them: read once for all that is made of them. */
public final class DayRegisters {

    private final Urn urn;
    private final LocalDate date;
    private final Map<RegisterId, List<PupilNumber>> members;
    private final Map<RegisterId, RegisterState> states = new HashMap<>();

    private DayRegisters(Urn urn, LocalDate date, Map<RegisterId, List<PupilNumber>> members) {
        this.urn = urn;
        this.date = date;
        this.members = members;
    }

    static DayRegisters read(Pupils pupils, Registers registers, Urn urn, LocalDate date) {
        DayRegisters day = new DayRegisters(urn, date, members(pupils, urn, date));
        registers.forEach(
                day.members.keySet(), Instant.MAX, register -> day.states.put(register.id(), register.state()));
        return day;
    }

    Urn urn() {
        return urn;
    }

    LocalDate date() {
        return date;
    }

    /** Both registers of each group with who is in it, in order of group and session; groups in which nobody is are left out. */
    Map<RegisterId, List<PupilNumber>> members() {
        return members;
    }

    RegisterState state(RegisterId register) {
        return states.getOrDefault(register, RegisterState.untaken());
    }

    private static Map<RegisterId, List<PupilNumber>> members(Pupils pupils, Urn urn, LocalDate date) {
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
