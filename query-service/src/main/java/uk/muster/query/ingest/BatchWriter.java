package uk.muster.query.ingest;

import java.util.ArrayList;
import java.util.List;
import uk.muster.query.keys.Opener;
import uk.muster.query.store.Projection;
import uk.muster.query.store.RegisterKey;

/**
 * Writes a batch of events into one projection. Whatever was written of it before, by this process or another, in this batch or in other
 * pieces, is found and left as it is.
 */
public final class BatchWriter {

    private final Placements placements;
    private final RollWriter roll;
    private final UpnWriter upns;
    private final StreamWriter schools;
    private final TrustWriter trusts;
    private final StreamWriter pupils;
    private final StreamWriter absences;
    private final TaskWriter tasks;
    private final StreamWriter registers;
    private final LaterEntryWriter laterEntries;
    private final RetentionWriter retention;

    public BatchWriter(Projection projection, Opener opener) {
        this.placements = new Placements(projection, opener);
        this.roll = new RollWriter(projection);
        this.upns = new UpnWriter(projection);
        this.schools = new StreamWriter(projection.schools());
        this.trusts = new TrustWriter(projection);
        this.pupils = new StreamWriter(projection.pupils());
        this.absences = new StreamWriter(projection.absences());
        this.tasks = new TaskWriter(projection);
        this.registers = new StreamWriter(projection.registers(), RegisterKey::ofStream);
        this.laterEntries = new LaterEntryWriter(projection);
        this.retention = new RetentionWriter(projection, opener);
    }

    /**
     * Classes come before the pupils they are worked out from: after a crash between the two the batch comes again and finds the pupils as they
     * were. Tasks come after the absences in which what is said of them is looked up, and what a disposal
     * takes away comes last.
     *
     * @param events each school's in the order of their positions
     */
    public void write(List<RelayedEvent> events) {
        List<RelayedEvent> ofSchools = new ArrayList<>();
        List<RelayedEvent> ofPupils = new ArrayList<>();
        List<RelayedEvent> ofAbsences = new ArrayList<>();
        List<RelayedEvent> ofRetention = new ArrayList<>();
        List<RelayedEvent> ofRegisters = new ArrayList<>(events.size());
        for (RelayedEvent event : events) {
            switch (event.kind()) {
                case SCHOOL -> ofSchools.add(event);
                case PUPIL -> ofPupils.add(event);
                case ABSENCE -> ofAbsences.add(event);
                case REGISTER -> ofRegisters.add(event);
                case RETENTION -> ofRetention.add(event);
            }
        }
        if (!ofPupils.isEmpty()) {
            roll.write(placements.of(ofPupils));
            upns.write(ofPupils);
        }
        schools.append(ofSchools);
        trusts.write(ofSchools);
        pupils.append(ofPupils);
        absences.append(ofAbsences);
        tasks.write(ofAbsences);
        registers.append(ofRegisters);
        laterEntries.write(ofRegisters);
        retention.write(ofRetention);
    }
}
