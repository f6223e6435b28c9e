package uk.muster.query.pupil;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.muster.http.convention.Cursor;
import uk.muster.http.convention.Page;
import uk.muster.http.convention.PageLimit;
import uk.muster.http.problem.Problem;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.identity.YearGroups;
import uk.muster.kernel.pupil.RollSpell;
import uk.muster.query.school.Schools;
import uk.muster.query.store.ClassDocument;

/** A school's pupils, those gone included, in order of their ids. */
public final class PupilLists {

    private static final String LIST = "pupils";
    private static final Pattern GAPS = Pattern.compile("[\\s,]+");

    private final Schools schools;
    private final Pupils pupils;
    private final PupilOpener opener;
    private final InstantSource clock;

    public PupilLists(Schools schools, Pupils pupils, PupilOpener opener, InstantSource clock) {
        this.schools = schools;
        this.pupils = pupils;
        this.opener = opener;
        this.clock = clock;
    }

    /**
     * Pupils of a group, a year group, both or neither.
     *
     * @throws uk.muster.http.problem.ProblemException 422 when there is no such year group
     */
    public Page<PupilLine> list(
            Urn urn, @Nullable GroupId group, @Nullable String yearGroup, PageLimit limit, @Nullable String cursor) {
        if (yearGroup != null && !YearGroups.isValid(yearGroup)) {
            throw Problem.invalid(YearGroups.NOT_ONE).asException();
        }
        return page(
                urn,
                group,
                line -> (group == null || group.equals(line.group()))
                        && (yearGroup == null || yearGroup.equals(line.yearGroup())),
                group == null && yearGroup == null,
                limit,
                cursor);
    }

    /** Pupils whose name holds every word of the text, whatever its accents and capitals, or whose id is the text. */
    public Page<PupilLine> search(Urn urn, String text, PageLimit limit, @Nullable String cursor) {
        List<String> words = GAPS.splitAsStream(PlainText.of(text.strip())).toList();
        return page(
                urn,
                null,
                line -> line.pupilId().equals(text.strip())
                        || words.stream().allMatch(PlainText.of(line.name())::contains),
                false,
                limit,
                cursor);
    }

    /** @param all whether every pupil is wanted, so that no more than a page need be read */
    private Page<PupilLine> page(
            Urn urn,
            @Nullable GroupId group,
            Predicate<PupilLine> wanted,
            boolean all,
            PageLimit limit,
            @Nullable String cursor) {
        schools.require(urn, Instant.MAX);
        SortedMap<String, PupilNumber> ids = ids(urn, group);
        if (cursor != null) {
            String last = Cursor.read(LIST, 1, cursor).getFirst();
            ids = ids.tailMap(last + "\0");
        }
        Stream<Map.Entry<String, PupilNumber>> candidates = ids.entrySet().stream();
        if (all) {
            candidates = candidates.limit(limit.value() + 1L);
        }
        List<Map.Entry<String, PupilNumber>> read = candidates.toList();
        Map<PupilNumber, Pupil> records =
                pupils.all(urn, read.stream().map(Map.Entry::getValue).toList(), Instant.MAX);
        opener.prepare(records.values().stream().map(Pupil::state).toList());
        LocalDate today = London.dateOf(clock.instant());
        List<PupilLine> found = read.stream()
                .flatMap(
                        each -> Optional.ofNullable(records.get(each.getValue()))
                                .map(pupil -> line(each.getKey(), pupil, today))
                                .stream())
                .filter(wanted)
                .limit(limit.value() + 1L)
                .toList();
        List<PupilLine> items = found.subList(0, Math.min(found.size(), limit.value()));
        return new Page<>(
                items,
                found.size() > items.size() ? Cursor.after(LIST, items.getLast().pupilId()) : null);
    }

    /** Pupils by the MIS's id; one whose id was erased is in no list. */
    private SortedMap<String, PupilNumber> ids(Urn urn, @Nullable GroupId group) {
        SortedMap<String, PupilNumber> ids = new TreeMap<>();
        Stream<ClassDocument> classes =
                group == null ? pupils.classes(urn).values().stream() : pupils.classOf(urn, group).stream();
        classes.flatMap(each -> each.members().entrySet().stream())
                .filter(member -> member.getValue().pupilId() != null)
                .forEach(member ->
                        ids.put(Objects.requireNonNull(member.getValue().pupilId()), member.getKey()));
        return ids;
    }

    private PupilLine line(String id, Pupil pupil, LocalDate today) {
        RollSpell spell = pupil.state().roll().getLast();
        return new PupilLine(
                id,
                opener.nameOf(pupil.state()),
                pupil.groupAround(today).orElse(null),
                pupil.state().placement().yearGroup(),
                spell.from(),
                spell.until());
    }
}
