package uk.muster.command.roll;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.pupil.GroupSpell;

/** A school's page of the roll book, kept in memory and brought up to date as events are committed. */
public final class SchoolRoll {

    private final Map<PupilId, RollPupil> byId = new ConcurrentHashMap<>();
    private final Map<PupilNumber, PupilId> byNumber = new ConcurrentHashMap<>();
    private final Map<String, PupilId> byUpn = new ConcurrentHashMap<>();
    private final Map<List<GroupSpell>, List<GroupSpell>> spells = new ConcurrentHashMap<>();

    public Optional<RollPupil> find(PupilId pupil) {
        return Optional.ofNullable(byId.get(pupil));
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
    }
}
