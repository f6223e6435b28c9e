package uk.muster.query.access;

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
import uk.muster.http.convention.Times;
import uk.muster.http.convention.WireJson;
import uk.muster.kernel.event.KernelJson;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.Urn;

/**
 * A school's looks as lines of JSON in the form of the ledger's export, and a closing line. Positions are those of this log. Nothing in it is sealed, so
 * that {@code data} is the payload itself, and {@code proofs} is empty. A page is held in memory at a time.
 */
final class LookExport {

    private static final int PAGE = 1_000;
    private static final HexFormat HEX = HexFormat.of();

    private final LookStore store;
    private final Urn urn;
    private final long until;

    /** @param until last position, inclusive */
    LookExport(LookStore store, Urn urn, long until) {
        this.store = store;
        this.urn = urn;
        this.until = until;
    }

    List<StoredEvent> page(long after) {
        return store.ofSchool(urn, after, until, PAGE);
    }

    /** Writes the looks from the first page on, and the closing line. */
    void write(long after, List<StoredEvent> firstPage, OutputStream out) throws IOException {
        List<StoredEvent> page = firstPage;
        Map<String, Object> closing = new LinkedHashMap<>();
        closing.put("count", 0L);
        closing.put("lastPosition", after);
        long count = 0;
        while (!page.isEmpty()) {
            for (StoredEvent look : page) {
                line(out, envelope(look));
            }
            count += page.size();
            closing.put("count", count);
            closing.put("lastPosition", page.getLast().position());
            closing.put("lastHash", HEX.formatHex(page.getLast().hash()));
            page = page(page.getLast().position());
        }
        line(out, Map.of("closing", closing));
        out.flush();
    }

    private static Map<String, Object> envelope(StoredEvent look) {
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("specversion", "1.0");
        envelope.put("id", look.id().toString());
        envelope.put("source", "/schools/" + look.urn());
        envelope.put("type", look.type());
        envelope.put("subject", look.stream());
        envelope.put("time", Times.print(look.recordedAt()));
        envelope.put("datacontenttype", "application/json");
        envelope.put("position", look.position());
        envelope.put("hash", HEX.formatHex(look.hash()));
        envelope.put("previoushash", HEX.formatHex(look.previousHash()));
        envelope.put("seq", look.seq());
        envelope.put("recordedmicros", ChronoUnit.MICROS.between(Instant.EPOCH, look.recordedAt()));
        envelope.put("metadata", Base64.getEncoder().encodeToString(look.metadata()));
        envelope.put("payload", Base64.getEncoder().encodeToString(look.payload()));
        envelope.put("proofs", "");
        envelope.put("data", KernelJson.mapper().readTree(look.payload()));
        return envelope;
    }

    private static void line(OutputStream out, Map<String, Object> line) throws IOException {
        out.write(WireJson.mapper().writeValueAsString(line).getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }
}
