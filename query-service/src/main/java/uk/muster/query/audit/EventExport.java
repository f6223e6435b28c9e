package uk.muster.query.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.Urn;

/**
 * A school's events, or those of the whole ledger, as lines of JSON, each a CloudEvents 1.0 envelope, and a closing line. A page of events is held in memory at a time.
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
 *   <li>A field whose key was destroyed reads "erased" and has no proof; its hash holds all the same. Of the whole ledger every such field reads "withheld".
 *   <li>The last line is {@code {"closing": {"count", "lastPosition", "lastHash", "checkpoint"?, "inclusion"?}}}: an export without it, or that disagrees with
 *       it, was cut. {@code checkpoint} is the newest signed note, once it covers the last position, and {@code inclusion} the proof that the last event is in it.
 * </ol>
 */
final class EventExport {

    private static final int PAGE = 500;
    private static final HexFormat HEX = HexFormat.of();

    private final Ledger ledger;
    private final EventLines lines;
    private final LedgerProofs proofs;

    EventExport(Ledger ledger, EventLines lines, LedgerProofs proofs) {
        this.ledger = ledger;
        this.lines = lines;
        this.proofs = proofs;
    }

    /** The first page, so that a ledger that is away is found before anything is answered. */
    List<StoredEvent> firstPage(@Nullable Urn urn, long after, long until) {
        return page(urn, after, until);
    }

    private List<StoredEvent> page(@Nullable Urn urn, long after, long until) {
        return urn == null ? ledger.ofEverySchool(after, until, PAGE) : ledger.ofSchool(urn, after, until, PAGE);
    }

    /**
     * Writes the events after the first page, and the closing line.
     *
     * @param urn null for the whole ledger, of which nothing that is sealed is opened
     * @param until last position, inclusive
     */
    void write(@Nullable Urn urn, long after, long until, List<StoredEvent> firstPage, OutputStream out)
            throws IOException {
        List<StoredEvent> page = firstPage;
        long count = 0;
        long last = after;
        String lastHash = null;
        while (!page.isEmpty()) {
            for (Map<String, Object> line : lines.of(page, urn == null ? Shown.NOTHING : Shown.EVERYTHING)) {
                EventLines.write(line, out);
            }
            count += page.size();
            last = page.getLast().position();
            lastHash = HEX.formatHex(page.getLast().hash());
            page = page(urn, last, until);
        }
        EventLines.write(Map.of("closing", closing(count, last, lastHash)), out);
        out.flush();
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
}
