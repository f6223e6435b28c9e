package uk.muster.query.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.muster.http.convention.Times;
import uk.muster.http.convention.WireJson;
import uk.muster.kernel.event.EventTypes;
import uk.muster.kernel.event.MusterEvent;
import uk.muster.kernel.event.PupilEvent.PupilIdentity;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.sealing.KeyFinder;

/**
 * A school's events as lines of JSON, each a CloudEvents 1.0 envelope, and a closing line. A page of events is held in memory at a time.
 *
 * <p><b>Checking a line without Muster.</b> Beside the contract's attributes a line has {@code seq} (of its stream, which is {@code subject}),
 * {@code recordedmicros} ({@code time} as microseconds since 1970), {@code metadata} and {@code payload} (base64 of the stored bytes) and
 * {@code proofs}. With these:
 *
 * <ol>
 *   <li>{@code hash} is the SHA-256, in hexadecimal, over the bytes of {@code previoushash} (32), {@code position} (8, big endian), {@code id} (16),
 *       the URN, {@code subject}, {@code seq} (8), {@code type}, {@code recordedmicros} (8), {@code metadata} and {@code payload}; URN (the first six
 *       characters of {@code subject}), {@code subject}, {@code type}, {@code metadata} and {@code payload} each as four bytes of length and then
 *       their bytes, texts in UTF-8. {@code previoushash} is the {@code hash} of the line before, 64 zeros on a school's first event.
 *   <li>{@code data} follows from {@code payload}, field by field, by the rule in {@code infra/verifier}'s {@code data-rule.txt}. A sealed token there is {@code 1.<key>.<box>.<commitment>}; the text that {@code data} shows for
 *       it satisfies {@code commitment = SHA-256(salt ‖ text)} with the salt that {@code proofs} gives beside that commitment
 *       ({@code <commitment>.<salt>}, base64url, separated by spaces). Of a JSON value (a person, flags, circumstances, visitors, factors) the text is its compact form.
 *   <li>A pupil's number in {@code payload} is the first 15 bytes, in base64url, of {@code SHA-256(salt ‖ urn ‖ "/" ‖ pupilId)} for the
 *       {@code pupilId} that {@code data} shows, with the salt that {@code proofs} gives beside the number.
 *   <li>A field whose key was destroyed reads "erased" and has no proof; its hash holds all the same.
 *   <li>The last line is {@code {"closing": {"count", "lastPosition", "lastHash", "checkpoint"?, "inclusion"?}}}: an export without it, or that disagrees with
 *       it, was cut. {@code checkpoint} is the newest signed note, once it covers the last position, and {@code inclusion} the proof that the last event is in it.
 * </ol>
 */
final class EventExport {

    private static final int PAGE = 500;
    private static final HexFormat HEX = HexFormat.of();

    private final Ledger ledger;
    private final Openings openings;
    private final PupilNames names;
    private final LedgerProofs proofs;

    EventExport(Ledger ledger, KeyFinder keys, LedgerProofs proofs) {
        this.ledger = ledger;
        this.proofs = proofs;
        this.openings = new Openings(keys);
        this.names = new PupilNames(ledger, openings);
    }

    /** The first page, so that a ledger that is away is found before anything is answered. */
    List<StoredEvent> firstPage(Urn urn, long after, long until) {
        return ledger.ofSchool(urn, after, until, PAGE);
    }

    /**
     * Writes the events after the first page, and the closing line.
     *
     * @param until last position, inclusive
     */
    void write(Urn urn, long after, long until, List<StoredEvent> firstPage, OutputStream out) throws IOException {
        List<StoredEvent> page = firstPage;
        long count = 0;
        long last = after;
        String lastHash = null;
        while (!page.isEmpty()) {
            write(urn, page, out);
            count += page.size();
            last = page.getLast().position();
            lastHash = HEX.formatHex(page.getLast().hash());
            page = ledger.ofSchool(urn, last, until, PAGE);
        }
        line(out, Map.of("closing", closing(count, last, lastHash)));
        out.flush();
    }

    private void write(Urn urn, List<StoredEvent> page, OutputStream out) throws IOException {
        List<MusterEvent> events = page.stream()
                .map(stored -> EventTypes.read(stored.type(), stored.payload()))
                .toList();
        Set<PupilNumber> pupils = events.stream().flatMap(EventData::pupilsOf).collect(Collectors.toSet());
        Map<PupilNumber, PupilIdentity> identities = names.of(urn, pupils);
        for (int i = 0; i < page.size(); i++) {
            line(out, envelope(page.get(i), EventData.of(events.get(i), openings, identities)));
        }
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

    private Map<String, Object> closing(long count, long last, @Nullable String lastHash) {
        Map<String, Object> closing = new LinkedHashMap<>();
        closing.put("count", count);
        closing.put("lastPosition", last);
        if (lastHash != null) {
            closing.put("lastHash", lastHash);
            proofs.bind(last).ifPresent(binding -> {
                closing.put("checkpoint", binding.checkpoint());
                closing.put("inclusion", binding.inclusion());
            });
        }
        return closing;
    }

    private static void line(OutputStream out, Map<String, Object> line) throws IOException {
        out.write(WireJson.mapper().writeValueAsString(line).getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }
}
