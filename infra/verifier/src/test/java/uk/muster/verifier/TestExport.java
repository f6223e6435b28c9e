package uk.muster.verifier;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import uk.muster.kernel.event.EventHash;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;
import uk.muster.verifier.proof.MerkleTree;
import uk.muster.verifier.proof.NoteKey;
import uk.muster.verifier.proof.TestSigner;

/** Exports as Muster writes them, bound with the hashes of its own writer. */
final class TestExport {

    static final TestSigner SIGNER = new TestSigner("ledger.example/one");
    private static final DateTimeFormatter SIX_DECIMALS =
            new DateTimeFormatterBuilder().appendInstant(6).toFormatter();
    private static final Base64.Encoder BASE64_URL = Base64.getUrlEncoder().withoutPadding();

    private final Random random = new Random(5);
    private final List<byte[]> hashes = new ArrayList<>();
    private final Map<Urn, byte[]> heads = new HashMap<>();
    private final List<String> lines = new ArrayList<>();
    private final List<String> proofs = new ArrayList<>();

    /** A ledger of one school, or of several, with a register, an arrival's amendment and a call in turn. */
    static TestExport of(int events, Urn... schools) {
        TestExport export = new TestExport();
        for (int i = 0; i < events; i++) {
            Urn urn = schools[i % schools.length];
            switch (i / schools.length) {
                case 0 -> export.school(urn);
                default -> export.attend(urn, i);
            }
        }
        return export;
    }

    private void attend(Urn urn, int i) {
        switch (i % 3) {
            case 0 -> register(urn, 3);
            case 1 -> amendment(urn);
            default -> call(urn);
        }
    }

    /** A verdict of the lines as they are. */
    static Verdict check(List<String> lines, @Nullable NoteKey key) {
        try {
            return new Verifier(DataRule.published(), key).check("export", in(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ByteArrayInputStream in(List<String> lines) {
        return new ByteArrayInputStream((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** All lines of a school, or of every school, with the closing line. */
    List<String> lines(String urn) {
        return closed(lines.stream()
                .filter(line -> line.contains("\"source\":\"/schools/" + urn))
                .toList());
    }

    /** Some lines, in order, with a closing line. */
    static List<String> closed(List<String> events) {
        List<String> closed = new ArrayList<>(events);
        closed.add(closing(events).toString());
        return closed;
    }

    private static ObjectNode closing(List<String> events) {
        ObjectNode closing = JsonMapper.shared().createObjectNode();
        ObjectNode parts = closing.putObject("closing").put("count", events.size());
        if (events.isEmpty()) {
            parts.put("lastPosition", 0);
        } else {
            var last = JsonMapper.shared().readTree(events.getLast());
            parts.set("lastPosition", last.get("position"));
            parts.set("lastHash", last.get("hash"));
        }
        return closing;
    }

    /** The lines of a school, closed with a checkpoint of the whole ledger. */
    List<String> sealed(String urn) {
        List<String> sealed = new ArrayList<>(lines(urn));
        ObjectNode closing = (ObjectNode) JsonMapper.shared().readTree(sealed.removeLast());
        ObjectNode parts = (ObjectNode) closing.get("closing");
        MerkleTree tree = MerkleTree.of(hashes);
        parts.put("checkpoint", SIGNER.checkpoint(tree.size(), tree.root(tree.size())));
        var inclusion = parts.putArray("inclusion");
        tree.inclusionProof(parts.get("lastPosition").intValue() - 1, tree.size())
                .forEach(hash -> inclusion.add(HexFormat.of().formatHex(hash)));
        sealed.add(closing.toString());
        return sealed;
    }

    /** The events at these positions with their proofs of inclusion, as a file of proofs. */
    List<String> proven(int... positions) {
        MerkleTree tree = MerkleTree.of(hashes);
        List<String> proven = new ArrayList<>();
        ObjectNode head = JsonMapper.shared().createObjectNode();
        head.putObject("proofs")
                .put("count", positions.length)
                .put("checkpoint", SIGNER.checkpoint(tree.size(), tree.root(tree.size())));
        proven.add(head.toString());
        for (int position : positions) {
            ObjectNode line = JsonMapper.shared().createObjectNode();
            var inclusion = line.putArray("inclusion");
            tree.inclusionProof(position - 1, tree.size())
                    .forEach(hash -> inclusion.add(HexFormat.of().formatHex(hash)));
            proven.add(lines.get(position - 1));
            proven.add(line.toString());
        }
        return proven;
    }

    void school(Urn urn) {
        ObjectNode details =
                object().put("name", "Ash Green").put("laCode", "810").put("phase", "PRIMARY");
        ObjectNode payload = object().put("urn", urn.toString());
        payload.set("details", details);
        ObjectNode data = object().put("urn", urn.toString());
        data.setAll(details);
        record(urn, urn.toString(), "school-registered.v1", payload, data);
    }

    /** A register of so many marks, of which the second is late. */
    void register(Urn urn, int size) {
        String register = urn + "/2026-09-07/AM/3A";
        String teacher = "{\"id\":\"t-1\",\"name\":\"R. Okafor\",\"position\":\"Class teacher\"}";
        ObjectNode payload = object().put("register", register)
                .put("takenAt", "2026-09-07T07:55:00Z")
                .put("takenBy", seal(teacher));
        ObjectNode data = object().put("urn", urn.toString())
                .put("date", "2026-09-07")
                .put("session", "AM")
                .put("group", "3A")
                .put("takenAt", "2026-09-07T07:55:00.000000Z");
        data.set("takenBy", JsonMapper.shared().readTree(teacher));
        StringBuilder pupils = new StringBuilder();
        List<String> codes = new ArrayList<>();
        var marks = data.putArray("marks");
        for (int i = 0; i < size; i++) {
            pupils.append(pupil(urn, "p" + i));
            codes.add(i == 1 ? "L" : "/");
            ObjectNode mark = marks.addObject().put("pupilId", "p" + i).put("code", codes.get(i));
            if (i == 1) {
                mark.put("minutesLate", 12);
            }
        }
        ObjectNode packed =
                payload.putObject("marks").put("pupils", pupils.toString()).put("codes", String.join(" ", codes));
        packed.putObject("extras").putObject("1").put("minutesLate", 12);
        record(urn, register, "register-taken.v1", payload, data);
    }

    void amendment(Urn urn) {
        String register = urn + "/2026-09-07/AM/3A";
        String officer = "{\"id\":\"o-7\",\"name\":\"Zoë Lind\",\"position\":\"Attendance officer\"}";
        String id = new UUID(7, hashes.size()).toString();
        ObjectNode payload = object().put("register", register)
                .put("amendmentId", id)
                .put("pupil", pupil(urn, "p2"))
                .put("originalCode", "N")
                .put("amendedCode", "I")
                .put("reason", seal("Parent rang: \"a cold\""))
                .put("author", seal(officer))
                .put("amendedAt", "2026-09-07T09:10:01.87Z")
                .put("afterWindow", false);
        ObjectNode data = object().put("urn", urn.toString())
                .put("date", "2026-09-07")
                .put("session", "AM")
                .put("group", "3A")
                .put("id", id)
                .put("pupilId", "p2")
                .put("originalCode", "N")
                .put("amendedCode", "I")
                .put("reason", "Parent rang: \"a cold\"");
        data.set("author", JsonMapper.shared().readTree(officer));
        data.put("amendedAt", "2026-09-07T09:10:01.870000Z").put("afterWindow", false);
        record(urn, register, "mark-amended.v1", payload, data);
    }

    /** A call whose author and note were erased. */
    private void call(Urn urn) {
        String number = pupil(urn, "p1");
        String id = new UUID(8, hashes.size()).toString();
        ObjectNode payload = object().put("urn", urn.toString())
                .put("pupil", number)
                .put("entryId", id)
                .put("at", "2026-09-07T08:20:00Z")
                .put("channel", "PHONE")
                .put("outcome", "SPOKE")
                .put("note", seal("gone"))
                .put("author", seal("gone"));
        proofs.removeLast();
        proofs.removeLast();
        ObjectNode data = object().put("urn", urn.toString())
                .put("pupilId", "p1")
                .put("id", number + "." + id)
                .put("at", "2026-09-07T08:20:00.000000Z")
                .put("channel", "PHONE")
                .put("outcome", "SPOKE")
                .put("note", "erased")
                .put("author", "erased");
        record(urn, urn + "/" + number + "/absence", "contact-attempted.v1", payload, data);
    }

    private void record(Urn urn, String stream, String type, ObjectNode payload, ObjectNode data) {
        long position = hashes.size() + 1L;
        UUID id = new UUID(0x1234_0000_0000_7000L, 0x8000_0000_0000_0000L | position);
        Instant at = Instant.parse("2026-09-07T08:00:00.000123Z").plusSeconds(position);
        byte[] metadata = "{\"system\":\"mis\"}".getBytes(StandardCharsets.UTF_8);
        byte[] bytes = payload.toString().getBytes(StandardCharsets.UTF_8);
        byte[] previous = heads.getOrDefault(urn, new byte[EventHash.BYTES]);
        byte[] hash = EventHash.of(previous, position, id, urn, stream, position, type, at, metadata, bytes);
        hashes.add(hash);
        heads.put(urn, hash);
        ObjectNode line = object().put("specversion", "1.0")
                .put("id", id.toString())
                .put("source", "/schools/" + urn)
                .put("type", type)
                .put("subject", stream)
                .put("time", SIX_DECIMALS.format(at))
                .put("datacontenttype", "application/json")
                .put("position", position)
                .put("hash", HexFormat.of().formatHex(hash))
                .put("previoushash", HexFormat.of().formatHex(previous))
                .put("seq", position)
                .put("recordedmicros", ChronoUnit.MICROS.between(Instant.EPOCH, at))
                .put("metadata", Base64.getEncoder().encodeToString(metadata))
                .put("payload", Base64.getEncoder().encodeToString(bytes))
                .put("proofs", String.join(" ", proofs));
        line.set("data", data);
        proofs.clear();
        lines.add(line.toString());
    }

    /** Whether a proof is that of this pupil's number. */
    static boolean opens(String proof, String id) {
        return proof.endsWith("." + BASE64_URL.encodeToString(salt(id)));
    }

    private static byte[] salt(String id) {
        return (id + "-salt-of-16-bytes").substring(0, 16).getBytes(StandardCharsets.US_ASCII);
    }

    private String pupil(Urn urn, String id) {
        byte[] salt = salt(id);
        String number = PupilNumber.of(urn, new PupilId(id), salt).value();
        proofs.add(number + "." + BASE64_URL.encodeToString(salt));
        return number;
    }

    /** A token whose box nobody opens. */
    private String seal(String text) {
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        var sha256 = Sha256.digest();
        sha256.update(salt);
        String commitment = BASE64_URL.encodeToString(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
        proofs.add(commitment + "." + BASE64_URL.encodeToString(salt));
        return "1.2s.box." + commitment;
    }

    private static ObjectNode object() {
        return JsonMapper.shared().createObjectNode();
    }
}
