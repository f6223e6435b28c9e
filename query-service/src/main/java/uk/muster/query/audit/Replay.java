package uk.muster.query.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.muster.http.convention.Times;
import uk.muster.http.convention.WireJson;
import uk.muster.kernel.event.EventMetadata;
import uk.muster.kernel.event.EventTypes;
import uk.muster.kernel.event.KernelJson;
import uk.muster.kernel.event.MusterEvent;
import uk.muster.kernel.event.PupilEvent.PupilIdentity;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.sealing.KeyFinder;
import uk.muster.kernel.sealing.Sealed;
import uk.muster.query.keys.Opener;

/**
 * The history of a register, a pupil or a school, step by step: each fact in the order of the ledger with what it is about before it and after it, as
 * lines of JSON, and a closing line. A page of events and the streams met last are in memory, however long the history.
 *
 * <p>A line has {@code position}, {@code id}, {@code type}, {@code subject}, {@code recordedAt}, {@code by} (the person who acted, where one did),
 * {@code system} (the calling one), {@code data} (the fact as the export shows it), {@code before} and {@code after}, {@code hash} and
 * {@code previoushash}, by which it is found in an export that can be verified.
 */
final class Replay {

    private static final int PAGE = 500;
    private static final int MOST_STREAMS = 500;
    private static final HexFormat HEX = HexFormat.of();

    private final Ledger ledger;
    private final Openings openings;
    private final PupilNames names;

    Replay(Ledger ledger, KeyFinder keys) {
        this.ledger = ledger;
        this.openings = new Openings(keys);
        this.names = new PupilNames(ledger, openings);
    }

    /** The first page, so that a ledger that is away is found before anything is answered. */
    List<StoredEvent> firstPage(ReplayScope scope, long after, long until) {
        return scope.read(ledger, after, until, PAGE);
    }

    /**
     * Writes the events from the first page on, and the closing line {@code {"closing": {"count", "lastPosition"}}}, without which it was cut.
     *
     * @param until last position, inclusive
     */
    void write(ReplayScope scope, long until, List<StoredEvent> firstPage, OutputStream out) throws IOException {
        StreamReplays streams = new StreamReplays(ledger, MOST_STREAMS);
        List<StoredEvent> page = firstPage;
        long count = 0;
        long last = 0;
        while (!page.isEmpty()) {
            for (Step step : steps(scope, page)) {
                line(out, line(scope, step, streams));
                count++;
                last = step.stored().position();
            }
            page = scope.read(ledger, page.getLast().position(), until, PAGE);
        }
        line(out, Map.of("closing", Map.of("count", count, "lastPosition", last)));
        out.flush();
    }

    /** Every step of a register, each as a line has it. */
    List<Map<String, Object>> ofRegister(RegisterId id) {
        ReplayScope scope = new ReplayScope.OfRegister(id);
        StreamReplays streams = new StreamReplays(ledger, 1);
        return steps(scope, scope.read(ledger, 0, Long.MAX_VALUE, Integer.MAX_VALUE)).stream()
                .map(step -> line(scope, step, streams))
                .toList();
    }

    /** @param identities of the pupils whom the fact speaks of */
    private record Step(StoredEvent stored, MusterEvent event, Map<PupilNumber, PupilIdentity> identities) {}

    private List<Step> steps(ReplayScope scope, List<StoredEvent> page) {
        Map<StoredEvent, MusterEvent> events = new LinkedHashMap<>();
        for (StoredEvent stored : page) {
            MusterEvent event = EventTypes.read(stored.type(), stored.payload());
            if (scope.wants(event)) {
                events.put(stored, event);
            }
        }
        Set<PupilNumber> pupils =
                events.values().stream().flatMap(EventData::pupilsOf).collect(Collectors.toSet());
        Map<PupilNumber, PupilIdentity> identities = names.of(scope.urn(), pupils);
        return events.entrySet().stream()
                .map(each -> new Step(each.getKey(), each.getValue(), identities))
                .toList();
    }

    private Map<String, Object> line(ReplayScope scope, Step step, StreamReplays streams) {
        StoredEvent stored = step.stored();
        StreamReplay stream = streams.before(stored, step.event());
        Map<String, Object> before = scope.own(stream.fields());
        stream.take(step.event(), stored.recordedAt());
        Map<String, Object> after = scope.own(stream.fields());
        streams.after(stored, stream);
        Change change = scope.whole() ? new Change(before, after) : Change.between(before, after);

        Map<String, Object> data =
                EventData.of(step.event(), openings, step.identities()).fields();
        if (scope instanceof ReplayScope.OfPupil pupil) {
            data = pupil.ownData(step.event(), data);
        }
        EventMetadata metadata = KernelJson.mapper().readValue(stored.metadata(), EventMetadata.class);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("position", stored.position());
        line.put("id", stored.id().toString());
        line.put("type", stored.type());
        line.put("subject", stored.stream());
        line.put("recordedAt", Times.print(stored.recordedAt()));
        Object by = data.getOrDefault("author", data.get("takenBy"));
        if (by != null) {
            line.put("by", by);
        }
        line.put("system", metadata.system());
        line.put("data", data);
        line.put("before", shown(scope.urn(), change.before()));
        line.put("after", shown(scope.urn(), change.after()));
        line.put("hash", HEX.formatHex(stored.hash()));
        line.put("previoushash", HEX.formatHex(stored.previousHash()));
        return line;
    }

    /** The fields with pupils by the MIS's id, and flags opened. */
    private Map<String, Object> shown(Urn urn, Map<String, Object> fields) {
        Map<String, Object> shown = new LinkedHashMap<>();
        fields.forEach((name, value) -> shown.put(
                name,
                switch (value) {
                    case Sealed sealed -> opened(sealed);
                    case Map<?, ?> marks when name.equals(RegisterReplay.MARKS) -> byId(urn, marks);
                    default -> value;
                }));
        return shown;
    }

    private Object opened(Sealed field) {
        return openings.open(field)
                .<Object>map(opening -> KernelJson.mapper().readTree(opening.text()))
                .orElse(Opener.ERASED);
    }

    private Map<String, Object> byId(Urn urn, Map<?, ?> marks) {
        Map<PupilNumber, Object> byNumber = new LinkedHashMap<>();
        marks.forEach((number, mark) -> byNumber.put(new PupilNumber(number.toString()), mark));
        Collection<PupilNumber> pupils = byNumber.keySet();
        Map<PupilNumber, PupilIdentity> identities = new HashMap<>(names.of(urn, pupils));
        Map<String, Object> byId = new LinkedHashMap<>();
        byNumber.forEach((number, mark) -> byId.put(idOf(identities.get(number), number), mark));
        return byId;
    }

    /** Of an erased pupil the number, so that two of them are not taken for one. */
    private static String idOf(@Nullable PupilIdentity identity, PupilNumber number) {
        return identity == null ? Opener.ERASED + " " + number : identity.pupilId();
    }

    private static void line(OutputStream out, Map<String, Object> line) throws IOException {
        out.write(WireJson.mapper().writeValueAsString(line).getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }
}
