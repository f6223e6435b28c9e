package uk.muster.command.roll;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.pupil.GroupSpell;

/** A school's page of the roll book, kept in memory and brought up to date as events are committed. */
public final class SchoolRoll {

    private final Map<PupilId, RollPupil> byId = new ConcurrentHashMap<>();
    private final Map<PupilNumber, PupilId> byNumber = new ConcurrentHashMap<>();
    private final Map<String, PupilId> byUpn = new ConcurrentHashMap<>();
    private final Map<List<GroupSpell>, List<GroupSpell>> spells = new ConcurrentHashMap<>();

    /** Dropped as a whole by every change, so that one which was made from what was there before is put nowhere. */
    private volatile Map<GroupId, Lineup> lineups = new ConcurrentHashMap<>();

    public Optional<RollPupil> find(PupilId pupil) {
        return Optional.ofNullable(byId.get(pupil));
    }

    /**
     * Several pupils at once, in the order in which they are named.
     *
     * <p>A class is named in the same order every session. Who is named as before is found by comparing with one text, which the processor reads ahead,
     * where thirty entries of a table lie in as many places that it has to wait for.
     *
     * @param group whose register names them
     * @return as many as were named, or none when one of them is not known here
     */
    public List<RollPupil> find(GroupId group, List<PupilId> pupils) {
        Map<GroupId, Lineup> current = lineups;
        Lineup before = current.get(group);
        if (before != null && before.names(pupils)) {
            return before.pupils();
        }
        List<RollPupil> found = new ArrayList<>(pupils.size());
        for (PupilId pupil : pupils) {
            RollPupil line = byId.get(pupil);
            if (line == null) {
                return List.of();
            }
            found.add(line);
        }
        Lineup lineup = Lineup.of(found.stream().map(this::moved).toList());
        current.put(group, lineup);
        return lineup.pupils();
    }

    /** The same line in another place of memory: those of a class, made one after the other, lie side by side. */
    private RollPupil moved(RollPupil line) {
        PupilNumber number = new PupilNumber(new String(line.number().value().toCharArray()));
        RollPupil copy =
                new RollPupil(line.pupilId(), number, line.upnIndex(), line.enrolment(), line.age(), line.groups());
        return byId.replace(line.pupilId(), line, copy) ? copy : line;
    }

    public Optional<RollPupil> find(PupilNumber number) {
        return Optional.ofNullable(byNumber.get(number)).flatMap(this::find);
    }

    /** Who holds a UPN at this school. */
    public Optional<PupilId> holderOf(String upnIndex) {
        return Optional.ofNullable(byUpn.get(upnIndex));
    }

    void put(RollPupil line) {
        RollPupil pupil = shared(line);
        RollPupil before = byId.put(pupil.pupilId(), pupil);
        if (before != null && !before.upnIndex().equals(pupil.upnIndex())) {
            byUpn.remove(before.upnIndex(), pupil.pupilId());
        }
        byNumber.put(pupil.number(), pupil.pupilId());
        byUpn.put(pupil.upnIndex(), pupil.pupilId());
        lineups = new ConcurrentHashMap<>();
    }

    /** A class has its spells in common: whoever looks thirty of them up in a row finds them in the processor's cache. */
    private RollPupil shared(RollPupil line) {
        List<GroupSpell> common = spells.computeIfAbsent(line.groups(), groups -> groups);
        return new RollPupil(line.pupilId(), line.number(), line.upnIndex(), line.enrolment(), line.age(), common);
    }

    /** Takes a pupil out whom nobody can name any more. */
    void forget(PupilNumber number) {
        PupilId id = byNumber.remove(number);
        RollPupil line = id == null ? null : byId.remove(id);
        if (line != null) {
            byUpn.remove(line.upnIndex(), line.pupilId());
        }
        lineups = new ConcurrentHashMap<>();
    }

    /**
     * Pupils in the order in which a register named them.
     *
     * @param ids their ids, each with a blank after it, which no id has
     */
    private record Lineup(String ids, List<RollPupil> pupils) {

        private static Lineup of(List<RollPupil> pupils) {
            StringBuilder ids = new StringBuilder();
            pupils.forEach(pupil -> ids.append(pupil.pupilId().value()).append(' '));
            return new Lineup(ids.toString(), List.copyOf(pupils));
        }

        private boolean names(List<PupilId> asked) {
            int at = 0;
            for (PupilId id : asked) {
                int end = at + id.value().length();
                if (!ids.startsWith(id.value(), at) || ids.charAt(end) != ' ') {
                    return false;
                }
                at = end + 1;
            }
            return at == ids.length();
        }
    }
}
