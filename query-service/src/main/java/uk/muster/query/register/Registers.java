package uk.muster.query.register;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import uk.muster.http.problem.Problem;
import uk.muster.kernel.event.RegisterEvent;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.store.Fact;
import uk.muster.query.store.Projection;
import uk.muster.query.store.RegisterKey;
import uk.muster.query.store.StreamDocument;

/** Reads registers out of the live projection. */
public final class Registers {

    private final Supplier<Projection> live;

    public Registers(Supplier<Projection> live) {
        this.live = live;
    }

    /**
     * The register as it was known at an instant, that instant included; empty when nothing was ever entered in it.
     *
     * @throws uk.muster.http.problem.ProblemException 404 when something was, but only later
     */
    public Optional<Register> find(RegisterId id, Instant asOf) {
        Optional<StreamDocument> document = Projection.find(live.get().registers(), RegisterKey.of(id));
        if (document.isEmpty()) {
            return Optional.empty();
        }
        List<Fact> facts = document.get().knownAt(asOf);
        if (facts.isEmpty()) {
            throw Problem.unknown("Nothing was recorded in that register by then.")
                    .asException();
        }
        return Optional.of(Register.fold(id, facts));
    }

    /** A fact with what it says. */
    public record Read(Fact fact, RegisterEvent event) {

        public static Read of(Fact fact) {
            return new Read(fact, (RegisterEvent) fact.read());
        }
    }

    /** Every fact of these registers that was known at an instant, in the order in which they were recorded. */
    public List<RegisterEvent> facts(Collection<RegisterId> ids, Instant asOf) {
        return read(ids, asOf).stream().map(Read::event).toList();
    }

    /** The same with the facts themselves, for whoever wants several things of them and reads them once. */
    public List<Read> read(Collection<RegisterId> ids, Instant asOf) {
        List<Fact> facts = new ArrayList<>();
        Projection.forEach(
                live.get().registers(),
                ids.stream().map(RegisterKey::of).toList(),
                document -> facts.addAll(document.knownAt(asOf)));
        facts.sort(Comparator.comparingLong(Fact::position));
        return facts.stream().map(Read::of).toList();
    }

    /** Those of the registers in which something was entered by an instant, in no order. */
    public void forEach(Collection<RegisterId> ids, Instant asOf, Consumer<Register> action) {
        Projection.forEach(
                live.get().registers(), ids.stream().map(RegisterKey::of).toList(), document -> {
                    List<Fact> facts = document.knownAt(asOf);
                    if (!facts.isEmpty()) {
                        action.accept(Register.fold(RegisterKey.parse(document.id()), facts));
                    }
                });
    }

    /** The registers in which something ever happened to a pupil on a later day than the session's. */
    public List<RegisterId> laterEntries(Urn urn, PupilNumber pupil) {
        return Projection.find(live.get().laterEntries(), urn + "/" + pupil).stream()
                .flatMap(document -> document.getArray("r").stream())
                .map(register -> RegisterId.parse(register.asString().getValue()))
                .toList();
    }
}
