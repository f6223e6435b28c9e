package uk.muster.command.roll;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import uk.muster.command.keys.Vault;
import uk.muster.kernel.event.PupilEvent;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;

/** The roll book without a database: what the facts of pupils make of it, and nothing else. */
public final class InMemoryRollBook implements RollBook {

    private final Map<Urn, SchoolRoll> pages = new HashMap<>();
    private final RollFold fold;

    public InMemoryRollBook(Vault vault) {
        this.fold = new RollFold(vault);
    }

    @Override
    public SchoolRoll of(Urn urn) {
        return pages.computeIfAbsent(urn, school -> new SchoolRoll());
    }

    @Override
    public Map<Urn, PupilNumber> elsewhere(RollPupil pupil) {
        Map<Urn, PupilNumber> found = new HashMap<>();
        pages.forEach((urn, page) -> page.holderOf(pupil.upnIndex())
                .flatMap(page::find)
                .map(RollPupil::number)
                .filter(number -> !number.equals(pupil.number()))
                .ifPresent(number -> found.put(urn, number)));
        return found;
    }

    @Override
    public Set<PupilNumber> knownElsewhere(Collection<PupilNumber> numbers) {
        return numbers.stream()
                .filter(number -> pages.values().stream()
                        .flatMap(page -> page.find(number).stream())
                        .anyMatch(pupil -> !elsewhere(pupil).isEmpty()))
                .collect(Collectors.toSet());
    }

    @Override
    public Optional<Urn> schoolOf(PupilNumber pupil) {
        return pages.entrySet().stream()
                .filter(page -> page.getValue().find(pupil).isPresent())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    public void record(PupilEvent event) {
        fold.apply(of(event.urn()), event);
    }
}
