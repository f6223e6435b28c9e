package uk.muster.command.retention;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.muster.command.axon.CommandDispatch;
import uk.muster.command.axon.Delivery;
import uk.muster.command.keys.PostgresKeys;
import uk.muster.command.pupil.PupilCommand.CarryForward;
import uk.muster.command.pupil.PupilCommand.PupilStream;
import uk.muster.command.retention.DestroyedKeys.Past;
import uk.muster.command.roll.RollBook;
import uk.muster.command.roll.RollPupil;
import uk.muster.command.school.SchoolBook;
import uk.muster.command.school.SchoolCommand.CarryPeople;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.pupil.GroupSpell;
import uk.muster.kernel.sealing.KeySubject;

/** The two steps of a disposal: what is needed later is carried forward, and the keys are destroyed. Each may be done again and changes nothing then. */
public final class KeyDestroyer {

    private static final Logger LOG = LoggerFactory.getLogger(KeyDestroyer.class);

    /** Who carries forward: nobody asked for it by a call. */
    static final String SYSTEM = "muster";

    private final PostgresKeys keys;
    private final SchoolBook schools;
    private final RollBook roll;
    private final CommandDispatch commands;
    private final InstantSource clock;

    public KeyDestroyer(
            PostgresKeys keys, SchoolBook schools, RollBook roll, CommandDispatch commands, InstantSource clock) {
        this.keys = keys;
        this.schools = schools;
        this.roll = roll;
        this.commands = commands;
        this.clock = clock;
    }

    /** Whether a key of the disposal is there. */
    boolean hasWork(Past disposal) {
        return keys.anyLeft(subjectsOf(disposal), disposal.academicYear());
    }

    /** @return the pupils of whom something is kept */
    Set<PupilNumber> carryForward(Past disposal) {
        Map<PupilNumber, List<AcademicYear>> others = otherYears(disposal);
        Set<PupilNumber> kept = new HashSet<>();
        for (PupilNumber number : disposal.pupils()) {
            Optional<RollPupil> pupil = roll.of(disposal.urn()).find(number);
            pupil.flatMap(each -> keptUntil(each, others.getOrDefault(number, List.of())))
                    .ifPresent(year -> {
                        kept.add(number);
                        carryForward(disposal, pupil.orElseThrow(), year);
                    });
        }
        if (disposal.staff() && keys.anyLeft(List.of(KeySubject.ofSchool(disposal.urn())), disposal.academicYear())) {
            send(new CarryPeople(disposal.urn(), disposal.academicYear()), disposal);
        }
        return kept;
    }

    /** @return how many keys there were */
    int destroy(Past disposal) {
        int count = keys.destroy(subjectsOf(disposal), disposal.academicYear());
        schools.forget(disposal.urn());
        LOG.info(
                "{} keys of school {} and year {} are destroyed, as disposal {} says.",
                count,
                disposal.urn(),
                disposal.academicYear(),
                disposal.disposal());
        return count;
    }

    private void carryForward(Past disposal, RollPupil pupil, AcademicYear to) {
        if (keys.anyLeft(List.of(KeySubject.ofPupil(pupil.number())), disposal.academicYear())) {
            send(
                    new CarryForward(
                            new PupilStream(disposal.urn(), pupil.number()),
                            pupil.pupilId(),
                            disposal.academicYear(),
                            to),
                    disposal);
        }
    }

    private void send(Object command, Past disposal) {
        commands.send(() -> command, SYSTEM, disposal.correlation(), new Delivery(Optional.empty()));
    }

    private static List<KeySubject> subjectsOf(Past disposal) {
        Stream<KeySubject> pupils = disposal.pupils().stream().map(KeySubject::ofPupil);
        return (disposal.staff() ? Stream.concat(pupils, Stream.of(KeySubject.ofSchool(disposal.urn()))) : pupils)
                .toList();
    }

    /** The year with whose key a pupil's details are kept; empty for a pupil of whom nothing else is kept. */
    private Optional<AcademicYear> keptUntil(RollPupil pupil, List<AcademicYear> others) {
        LocalDate today = London.dateOf(clock.instant());
        boolean onRoll = pupil.groups().stream()
                .map(GroupSpell::until)
                .anyMatch(until -> until == null || !until.isBefore(today));
        return onRoll ? Optional.of(AcademicYear.of(today)) : others.stream().max(Comparator.naturalOrder());
    }

    private Map<PupilNumber, List<AcademicYear>> otherYears(Past disposal) {
        return keys.keysOf(disposal.urn()).stream()
                .filter(held -> !held.recordedIn().equals(disposal.academicYear()))
                .filter(held -> !held.subject()
                        .equals(KeySubject.ofSchool(disposal.urn()).value()))
                .collect(Collectors.groupingBy(
                        held -> new PupilNumber(held.subject()),
                        Collectors.mapping(PostgresKeys.Held::recordedIn, Collectors.toList())));
    }
}
