package uk.muster.verifier;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.UUID;
import uk.muster.verifier.json.Json;
import uk.muster.verifier.json.MalformedJsonException;

/** Checks a line by itself: its hash over its parts, and that all else that it shows follows from what was hashed. */
final class EventCheck {

    private static final int URN_LENGTH = 6;
    private static final byte[] VERSION = Bytes.ascii("1.0");
    private static final byte[] CONTENT_TYPE = Bytes.ascii("application/json");
    private static final int ID = 0;
    private static final int SUBJECT = 1;
    private static final int TYPE = 2;
    private static final int POSITION = 3;
    private static final int SEQ = 4;
    private static final int MICROS = 5;
    private static final int METADATA = 6;
    private static final int PAYLOAD = 7;
    private static final int HASH = 8;
    private static final int PREVIOUS = 9;
    private static final int SPEC = 10;
    private static final int SOURCE = 11;
    private static final int TIME = 12;
    private static final int CONTENT = 13;
    private static final int PROOFS = 14;
    private static final int DATA = 15;

    private final Parts parts = new Parts(
            "id",
            "subject",
            "type",
            "position",
            "seq",
            "recordedmicros",
            "metadata",
            "payload",
            "hash",
            "previoushash",
            "specversion",
            "source",
            "time",
            "datacontenttype",
            "proofs",
            "data");
    private final DataCheck data;
    private final MessageDigest sha256 = Sha256.digest();
    private ByteBuffer hashed = ByteBuffer.allocate(1 << 12);

    EventCheck(DataRule rule) {
        this.data = new DataCheck(rule);
    }

    Event check(Json line, long number) throws Fault, MalformedJsonException {
        parts.read(line, 0);
        byte[] subject = text(line, SUBJECT);
        byte[] urn = urn(subject);
        byte[] type = text(line, TYPE);
        long position = line.wholeNumber(parts.get(POSITION));
        long micros = line.wholeNumber(parts.get(MICROS));
        byte[] payload = Bytes.base64(text(line, PAYLOAD));
        byte[] hash = Bytes.hex(text(line, HASH), Sha256.BYTES);
        byte[] previous = Bytes.hex(text(line, PREVIOUS), Sha256.BYTES);

        hashed.clear();
        UUID id = Bytes.uuid(text(line, ID));
        room(Sha256.BYTES + 8 + 16).put(previous).putLong(position);
        hashed.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        put(urn);
        put(subject);
        room(8).putLong(line.wholeNumber(parts.get(SEQ)));
        put(type);
        room(8).putLong(micros);
        put(Bytes.base64(text(line, METADATA)));
        put(payload);
        sha256.update(hashed.array(), 0, hashed.position());
        if (!MessageDigest.isEqual(sha256.digest(), hash)) {
            throw new Fault("its hash is not that of its content");
        }

        String school = new String(urn, StandardCharsets.US_ASCII);
        says(line, SPEC, VERSION, "specversion");
        says(line, SOURCE, Bytes.ascii("/schools/" + school), "source");
        says(line, TIME, Instants.print(micros), "time");
        says(line, CONTENT, CONTENT_TYPE, "datacontenttype");
        data.check(line.text(parts.get(TYPE)), urn, payload, text(line, PROOFS), line, parts.get(DATA));
        return new Event(number, position, school, hash, previous);
    }

    /** What reads erased or withheld so far, in whole sentences. */
    String unproven() {
        return data.unproven();
    }

    private void says(Json line, int part, byte[] wanted, String name) throws Fault {
        if (!line.says(parts.get(part), wanted)) {
            throw new Fault("its " + name + " does not follow from what was hashed");
        }
    }

    private byte[] text(Json line, int part) throws Fault {
        int value = parts.get(part);
        if (!line.isString(value)) {
            throw new Fault("one of its parts is not a text");
        }
        return line.utf8(value);
    }

    private static byte[] urn(byte[] subject) throws Fault {
        boolean holds = subject.length == URN_LENGTH || (subject.length > URN_LENGTH && subject[URN_LENGTH] == '/');
        for (int i = 0; holds && i < URN_LENGTH; i++) {
            holds = subject[i] >= '0' && subject[i] <= '9';
        }
        if (!holds) {
            throw new Fault("its subject does not begin with a school's URN");
        }
        return Arrays.copyOf(subject, URN_LENGTH);
    }

    private void put(byte[] bytes) {
        room(4 + bytes.length).putInt(bytes.length).put(bytes);
    }

    private ByteBuffer room(int more) {
        if (hashed.remaining() < more) {
            ByteBuffer larger = ByteBuffer.allocate(Math.max(2 * hashed.capacity(), hashed.position() + more));
            larger.put(hashed.flip());
            hashed = larger;
        }
        return hashed;
    }
}
