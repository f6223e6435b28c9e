package uk.muster.query.console.register;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.pupil.Pupil;
import uk.muster.query.pupil.PupilOpener;
import uk.muster.query.pupil.Pupils;
import uk.muster.query.register.ClassRegisters;
import uk.muster.query.register.RegisterPage.MarkLine;
import uk.muster.query.register.RegisterReader;

/** Reads the registers of a class all at once, and its pupils. */
final class BookReader {

    private final RegisterReader registers;
    private final Pupils pupils;
    private final PupilOpener opener;

    BookReader(RegisterReader registers, Pupils pupils, PupilOpener opener) {
        this.registers = registers;
        this.pupils = pupils;
        this.opener = opener;
    }

    /**
     * @param from,to first and last day, both inclusive
     * @throws uk.muster.http.problem.ProblemException 404 where school or group is not known
     */
    Book read(Question question, LocalDate from, LocalDate to) {
        ClassRegisters found = registers.readAll(
                question.urn(),
                question.group(),
                from,
                to,
                question.instant(),
                question.sight().special());
        Map<String, Map<RegisterId, MarkLine>> marks = new TreeMap<>();
        found.pages().forEach((id, page) -> {
            page.missing().forEach(pupil -> marks.computeIfAbsent(pupil, _ -> new LinkedHashMap<>()));
            page.marks()
                    .forEach(mark -> marks.computeIfAbsent(mark.pupilId(), _ -> new LinkedHashMap<>())
                            .put(id, mark));
        });
        return new Book(found, named(question.urn(), marks.keySet(), question.sight()), marks);
    }

    /** In the order of their surnames; by what the MIS calls them where the reader sees no names. */
    private SequencedMap<String, String> named(Urn urn, Set<String> ids, Sight sight) {
        Map<String, Pupil> known = sight.names() ? pupils.byId(urn, ids) : Map.of();
        opener.prepare(known.values().stream().map(Pupil::state).toList());
        List<String> inOrder = ids.stream()
                .sorted(Comparator.comparing((String id) -> Optional.ofNullable(known.get(id))
                        .map(pupil -> opener.sortingNameOf(pupil.state()))
                        .orElse(id)))
                .toList();
        SequencedMap<String, String> named = new LinkedHashMap<>();
        inOrder.forEach(id -> named.put(
                id,
                Optional.ofNullable(known.get(id))
                        .map(pupil -> opener.nameOf(pupil.state()))
                        .orElse(id)));
        return named;
    }
}
