package uk.muster.query.chronology;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.event.PupilEvent;
import uk.muster.kernel.event.PupilEvent.ContactsChanged;
import uk.muster.kernel.event.PupilEvent.EarlierSessionsImported;
import uk.muster.kernel.event.PupilEvent.PupilAdmitted;
import uk.muster.kernel.event.PupilEvent.PupilCarriedForward;
import uk.muster.kernel.event.PupilEvent.PupilDetailsChanged;
import uk.muster.kernel.event.PupilEvent.PupilMovedGroup;
import uk.muster.kernel.event.PupilEvent.PupilRemovedFromRoll;
import uk.muster.kernel.event.PupilEvent.VulnerabilityFlagsChanged;
import uk.muster.kernel.event.RegisterEvent;
import uk.muster.kernel.event.RegisterEvent.LateArrivalRecorded;
import uk.muster.kernel.event.RegisterEvent.MarkAmended;
import uk.muster.kernel.event.RegisterEvent.MarksEntered;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.query.pupil.Pupil;
import uk.muster.query.register.Register;
import uk.muster.query.register.Registers.Read;
import uk.muster.query.store.Fact;

/** What happened to a pupil, out of their facts and their registers'. One fact is one happening; an arrival that made the entry is no mark too. */
final class Happenings {

    private Happenings() {}

    static List<Happening> of(Pupil pupil) {
        List<Happening> all = new ArrayList<>();
        for (Fact fact : pupil.facts()) {
            PupilEvent event = (PupilEvent) fact.read();
            day(event, fact)
                    .ifPresent(day -> all.add(new Happening(
                            Kind.ENROLMENT, day.atStartOfDay(London.ZONE).toInstant(), fact, event)));
        }
        return all;
    }

    private static Optional<LocalDate> day(PupilEvent event, Fact fact) {
        return switch (event) {
            case PupilAdmitted e -> Optional.of(e.admittedOn());
            case PupilMovedGroup e -> Optional.of(e.from());
            case PupilRemovedFromRoll e -> Optional.of(e.on());
            case EarlierSessionsImported e -> Optional.of(London.dateOf(fact.recordedAt()));
            case PupilDetailsChanged e -> Optional.empty();
            case ContactsChanged e -> Optional.empty();
            case VulnerabilityFlagsChanged e -> Optional.empty();
            case PupilCarriedForward e -> Optional.empty();
        };
    }

    static List<Happening> of(Register register, PupilNumber pupil) {
        return of(register.facts().stream().map(Read::of).toList(), pupil);
    }

    /** @param registers facts of any number of registers, those of each in the order in which they were recorded */
    static List<Happening> of(List<Read> registers, PupilNumber pupil) {
        List<Happening> all = new ArrayList<>();
        Set<RegisterId> entered = new HashSet<>();
        for (Read read : registers) {
            RegisterEvent event = read.event();
            Optional<Happening> happening = entered.contains(event.register())
                            && !(event instanceof MarkAmended || event instanceof LateArrivalRecorded)
                    ? Optional.empty()
                    : of(event, read.fact(), pupil);
            happening.ifPresent(each -> {
                all.add(each);
                entered.add(event.register());
            });
        }
        return all;
    }

    private static Optional<Happening> of(RegisterEvent event, Fact fact, PupilNumber pupil) {
        return switch (event) {
            case MarksEntered e ->
                e.markOf(pupil).map(mark -> new Happening(Kind.MARK, e.takenAt(), fact, event, mark, null));
            case LateArrivalRecorded e ->
                happening(Kind.ARRIVAL, e.arrivedAt(), event, fact, e.pupil().equals(pupil));
            case MarkAmended e ->
                happening(Kind.AMENDMENT, e.amendedAt(), event, fact, e.pupil().equals(pupil));
        };
    }

    private static Optional<Happening> happening(
            Kind kind, Instant at, RegisterEvent event, Fact fact, boolean ofPupil) {
        return ofPupil ? Optional.of(new Happening(kind, at, fact, event)) : Optional.empty();
    }
}
