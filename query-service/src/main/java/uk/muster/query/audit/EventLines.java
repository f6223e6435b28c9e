package uk.muster.query.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.muster.http.convention.Times;
import uk.muster.http.convention.WireJson;
import uk.muster.kernel.event.EventTypes;
import uk.muster.kernel.event.MusterEvent;
import uk.muster.kernel.event.PupilEvent.PupilIdentity;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.sealing.KeyFinder;

/** Stored events as lines of JSON, each a CloudEvents 1.0 envelope that can be checked without Muster; {@link EventExport} says how. */
final class EventLines {

    private static final HexFormat HEX = HexFormat.of();

    private final Openings openings;
    private final PupilNames names;

    EventLines(Ledger ledger, KeyFinder keys) {
        this.openings = new Openings(keys);
        this.names = new PupilNames(ledger, openings);
    }

    /** Each event as its line. */
    List<Map<String, Object>> of(List<StoredEvent> stored, Shown shown) {
        List<MusterEvent> events = stored.stream()
                .map(each -> EventTypes.read(each.type(), each.payload()))
                .toList();
        Map<Urn, Set<PupilNumber>> pupils = new HashMap<>();
        for (int i = 0; i < stored.size(); i++) {
            EventData.pupilsOf(events.get(i))
                    .filter(shown::holds)
                    .forEach(pupils.computeIfAbsent(stored.get(i).urn(), _ -> new HashSet<>())::add);
        }
        Map<PupilNumber, PupilIdentity> identities = new HashMap<>();
        pupils.forEach((urn, ofSchool) -> identities.putAll(names.of(urn, ofSchool)));
        List<Map<String, Object>> lines = new ArrayList<>(stored.size());
        for (int i = 0; i < stored.size(); i++) {
            lines.add(envelope(stored.get(i), EventData.of(events.get(i), openings, identities, shown)));
        }
        return lines;
    }

    private static Map<String, Object> envelope(StoredEvent stored, EventData data) {
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("specversion", "1.0");
        envelope.put("id", stored.id().toString());
        envelope.put("source", "/schools/" + stored.urn());
        envelope.put("type", stored.type());
        envelope.put("subject", stored.stream());
        envelope.put("time", Times.print(stored.recordedAt()));
        envelope.put("datacontenttype", "application/json");
        envelope.put("position", stored.position());
        envelope.put("hash", HEX.formatHex(stored.hash()));
        envelope.put("previoushash", HEX.formatHex(stored.previousHash()));
        envelope.put("seq", stored.seq());
        envelope.put("recordedmicros", ChronoUnit.MICROS.between(Instant.EPOCH, stored.recordedAt()));
        envelope.put("metadata", Base64.getEncoder().encodeToString(stored.metadata()));
        envelope.put("payload", Base64.getEncoder().encodeToString(stored.payload()));
        envelope.put("proofs", data.proofs());
        envelope.put("data", data.fields());
        return envelope;
    }

    static void write(Map<String, Object> line, OutputStream out) throws IOException {
        out.write(WireJson.mapper().writeValueAsString(line).getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }
}
