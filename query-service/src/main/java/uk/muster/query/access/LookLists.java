package uk.muster.query.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.muster.http.convention.Cursor;
import uk.muster.http.convention.Page;
import uk.muster.http.convention.PageLimit;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.event.KernelJson;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.keys.Opener;
import uk.muster.query.pupil.Pupils;

/** Who looked, the newest first. */
public final class LookLists {

    private static final String LIST = "accesses";
    private static final HexFormat HEX = HexFormat.of();

    private final LookStore store;
    private final Pupils pupils;

    LookLists(LookStore store, Pupils pupils) {
        this.store = store;
        this.pupils = pupils;
    }

    /** @param from,to first and last day (Europe/London) on which it was recorded, both inclusive; all where they are left out */
    public record Days(@Nullable LocalDate from, @Nullable LocalDate to) {

        /** As far as the database's calendar needs to reach. */
        private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

        Instant begin() {
            return from == null ? Instant.EPOCH : London.startOf(from);
        }

        Instant end() {
            return to == null ? LATEST : London.startOf(to.plusDays(1));
        }
    }

    /** A page of all looks at a school. */
    public Page<LookLine> ofSchool(Urn urn, Days days, PageLimit limit, @Nullable String cursor) {
        return page(urn, null, days, limit, cursor);
    }

    /**
     * A page of the looks at a pupil, those at the whole school among them. Of a register or class that was shown it names that pupil alone.
     *
     * @throws uk.muster.http.problem.ProblemException 404 for a pupil that is not known
     */
    public Page<LookLine> ofPupil(Urn urn, PupilId pupil, Days days, PageLimit limit, @Nullable String cursor) {
        PupilNumber number = pupils.require(urn, pupil, Instant.MAX).state().pupil();
        return page(urn, number, days, limit, cursor);
    }

    private Page<LookLine> page(
            Urn urn, @Nullable PupilNumber pupil, Days days, PageLimit limit, @Nullable String cursor) {
        long below = cursor == null
                ? Long.MAX_VALUE
                : Long.parseLong(Cursor.read(LIST, 1, cursor).getFirst());
        List<StoredEvent> found = store.newest(urn, pupil, below, days.begin(), days.end(), limit.value() + 1);
        List<StoredEvent> page = found.subList(0, Math.min(found.size(), limit.value()));
        List<RecordRead> reads = page.stream().map(LookLists::read).toList();
        Set<PupilNumber> named = new HashSet<>();
        reads.forEach(read -> read.pupils().stream()
                .filter(each -> pupil == null || pupil.equals(each))
                .forEach(named::add));
        Map<PupilNumber, String> ids = pupils.idsOf(urn, named);
        return new Page<>(
                page.stream().map(look -> line(look, read(look), ids)).toList(),
                found.size() > page.size()
                        ? Cursor.after(LIST, Long.toString(page.getLast().position()))
                        : null);
    }

    private static RecordRead read(StoredEvent look) {
        return KernelJson.mapper().readValue(look.payload(), RecordRead.class);
    }

    private static LookLine line(StoredEvent look, RecordRead read, Map<PupilNumber, String> ids) {
        return new LookLine(
                look.position(),
                look.recordedAt(),
                look.urn(),
                read.sub(),
                read.roles(),
                read.role(),
                read.purpose(),
                read.kind(),
                read.register(),
                read.group(),
                read.from(),
                read.to(),
                read.asOf(),
                read.pupils().stream()
                        .filter(ids::containsKey)
                        .map(number -> ids.getOrDefault(number, Opener.ERASED))
                        .toList(),
                HEX.formatHex(look.hash()));
    }
}
