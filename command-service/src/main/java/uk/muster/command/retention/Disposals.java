package uk.muster.command.retention;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.muster.command.axon.CommandDispatch;
import uk.muster.command.axon.Delivery;
import uk.muster.command.keys.PostgresKeys;
import uk.muster.command.ledger.LedgerReader;
import uk.muster.command.retention.DestroyedKeys.Past;
import uk.muster.command.retention.RetentionCommand.CertifyDisposal;
import uk.muster.command.retention.RetentionCommand.ConfirmDisposal;
import uk.muster.command.school.SchoolBook;
import uk.muster.http.problem.Problem;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.event.EventTypes;
import uk.muster.kernel.event.RetentionEvent;
import uk.muster.kernel.event.RetentionEvent.DisposalConfirmed;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.identity.Person;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.retention.DisposalPlan;
import uk.muster.kernel.retention.Retention;
import uk.muster.kernel.retention.RetentionState;
import uk.muster.kernel.sealing.KeySubject;

/**
 * Works out the schedule and has carried out what was confirmed. Every step may be done again, so that after a crash a confirmed disposal is simply carried
 * out once more.
 */
public final class Disposals {

    private static final int DISPOSALS_AT_ONCE = 100;

    private final PostgresKeys keys;
    private final LedgerReader ledger;
    private final OpenMatters open;
    private final SchoolBook schools;
    private final KeyDestroyer destroyer;
    private final CommandDispatch commands;
    private final InstantSource clock;
    private final DestroyedKeys destroyed;

    public Disposals(
            PostgresKeys keys,
            LedgerReader ledger,
            OpenMatters open,
            SchoolBook schools,
            KeyDestroyer destroyer,
            CommandDispatch commands,
            InstantSource clock,
            DestroyedKeys destroyed) {
        this.keys = keys;
        this.ledger = ledger;
        this.open = open;
        this.schools = schools;
        this.destroyer = destroyer;
        this.commands = commands;
        this.clock = clock;
        this.destroyed = destroyed;
    }

    /** @throws uk.muster.http.problem.ProblemException 404 when the school is unknown */
    public void requireSchool(Urn urn) {
        if (schools.find(urn).isEmpty()) {
            throw Problem.unknownSchool().asException();
        }
    }

    /** The schedule as it stands, holds and disposals with it. */
    public Schedule schedule(Urn urn) {
        int years = yearsOf(urn);
        RetentionState state = state(urn);
        return new Schedule(urn, years, today(), DisposalPlan.schedule(keysOf(urn, years), state, years), state);
    }

    /** @param seen how many pupils' keys the author saw in the schedule */
    public ConfirmDisposal confirming(Urn urn, AcademicYear recordedIn, int seen, Person author) {
        int years = yearsOf(urn);
        return new ConfirmDisposal(urn, recordedIn, seen, keysOf(urn, years), years, author);
    }

    /**
     * Carries out what is confirmed, up to its certificate.
     *
     * @throws uk.muster.http.problem.ProblemException 409 when nothing is confirmed that is not certified
     */
    public CertifyDisposal certifying(Urn urn) {
        DisposalConfirmed confirmed = state(urn)
                .unfinished()
                .orElseThrow(() ->
                        Problem.conflict("Nothing is left to be carried out.").asException());
        Past disposal = Past.of(confirmed);
        Set<PupilNumber> kept = destroyer.carryForward(disposal);
        List<PupilNumber> forgotten = confirmed.pupils().stream()
                .filter(number -> !kept.contains(number))
                .toList();
        destroyed.note(confirmed, forgotten);
        return new CertifyDisposal(urn, confirmed, destroyer.destroy(disposal), forgotten);
    }

    /**
     * Sees to it that every disposal is carried out: one that a crash left in between is certified, and a key that came back with an older copy of the
     * database is destroyed again.
     */
    public void settle() {
        Map<Urn, RetentionState> schools = new TreeMap<>();
        long position = 0;
        List<StoredEvent> page = ledger.disposals(position, DISPOSALS_AT_ONCE);
        while (!page.isEmpty()) {
            for (StoredEvent stored : page) {
                RetentionEvent event = (RetentionEvent) EventTypes.read(stored.type(), stored.payload());
                schools.merge(event.urn(), RetentionState.EMPTY.evolve(event), (before, _) -> before.evolve(event));
            }
            position = page.getLast().position();
            page = ledger.disposals(position, DISPOSALS_AT_ONCE);
        }
        schools.forEach(this::settle);
        Set<UUID> known = schools.values().stream()
                .flatMap(state -> state.confirmed().keySet().stream())
                .collect(Collectors.toSet());
        destroyed.all().stream()
                .filter(past -> !known.contains(past.disposal()))
                .filter(destroyer::hasWork)
                .forEach(this::repeat);
    }

    /** The ledger was restored from before this disposal: whoever is still kept is carried forward again, and the keys go again. */
    private void repeat(Past disposal) {
        destroyer.carryForward(disposal);
        destroyer.destroy(disposal);
    }

    private void settle(Urn urn, RetentionState state) {
        state.carriedOut().stream().map(Past::of).filter(destroyer::hasWork).forEach(destroyer::destroy);
        if (state.unfinished().isPresent()) {
            commands.send(
                    () -> certifying(urn),
                    KeyDestroyer.SYSTEM,
                    UUID.randomUUID().toString(),
                    new Delivery(Optional.empty()));
        }
    }

    /** What is open is looked up for the years that are due, or will be within a year. */
    private DisposalPlan.Keys keysOf(Urn urn, int years) {
        Map<AcademicYear, List<PupilNumber>> pupils = new TreeMap<>();
        List<AcademicYear> staff = new ArrayList<>();
        for (PostgresKeys.Held held : keys.keysOf(urn)) {
            if (isOfPupil(held, urn)) {
                pupils.computeIfAbsent(held.recordedIn(), _ -> new ArrayList<>())
                        .add(new PupilNumber(held.subject()));
            } else {
                staff.add(held.recordedIn());
            }
        }
        LocalDate soon = today().plusYears(1);
        Set<PupilNumber> near = pupils.entrySet().stream()
                .filter(each -> !Retention.disposableOn(each.getKey(), years).isAfter(soon))
                .flatMap(each -> each.getValue().stream())
                .collect(Collectors.toSet());
        return new DisposalPlan.Keys(pupils, staff, open.of(urn, near));
    }

    private static boolean isOfPupil(PostgresKeys.Held held, Urn urn) {
        return !held.subject().equals(KeySubject.ofSchool(urn).value());
    }

    private RetentionState state(Urn urn) {
        String stream = RetentionCommand.streamOf(urn);
        return RetentionState.fold(ledger.streams(List.of(stream)).getOrDefault(stream, List.of()));
    }

    private int yearsOf(Urn urn) {
        return schools.find(urn)
                .orElseThrow(() -> Problem.unknownSchool().asException())
                .policy()
                .retentionYears();
    }

    private LocalDate today() {
        return London.dateOf(clock.instant());
    }
}
