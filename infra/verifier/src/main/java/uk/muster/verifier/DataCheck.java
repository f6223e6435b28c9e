package uk.muster.verifier;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import uk.muster.verifier.DataRule.Field;
import uk.muster.verifier.json.Json;
import uk.muster.verifier.json.JsonReader;
import uk.muster.verifier.json.MalformedJsonException;

/** Holds what a line shows in {@code data} against its payload, by the {@link DataRule}. */
final class DataCheck {

    private static final byte[] ERASED = Bytes.ascii("erased");
    private static final byte[] WITHHELD = Bytes.ascii("withheld");
    private static final byte[] CHANGED = Bytes.ascii("changed");
    private static final byte[] PUPIL = Bytes.ascii("pupil");
    private static final byte[] OF_ANOTHER_PUPIL = Bytes.ascii("ofAnotherPupil");
    private static final byte[] PART = Bytes.ascii("PART");
    private static final byte[] WHOLE = Bytes.ascii("WHOLE");
    private static final byte[] Y3 = Bytes.ascii("Y3");
    private static final byte[] Y4 = Bytes.ascii("Y4");

    private final DataRule rule;
    private final JsonReader payloads = new JsonReader();
    private final Proofs proofs = new Proofs();
    private final PupilNumbers pupils = new PupilNumbers();
    private final SessionCheck sessions = new SessionCheck();
    private final MarksCheck marks = new MarksCheck(this);
    private final MessageDigest sha256 = Sha256.digest();
    private byte[] urn = new byte[0];
    private long erased;
    private long withheld;

    DataCheck(DataRule rule) {
        this.rule = rule;
    }

    /**
     * Checks a line.
     *
     * @param school the URN of the event's school
     */
    void check(String type, byte[] school, byte[] payload, byte[] proofTexts, Json line, int data)
            throws Fault, MalformedJsonException {
        List<Field> fields = rule.of(type);
        if (fields == null) {
            throw new Fault("this verifier does not know its type");
        }
        urn = school;
        proofs.read(proofTexts);
        Json facts = payloads.read(payload, 0, payload.length);
        int shown = 0;
        for (Field field : fields) {
            int fact = follow(field.path(), facts);
            int value = line.field(data, field.name());
            if ((fact == Json.NONE) != (value == Json.NONE)) {
                throw new Fault(
                        "data." + field.label() + (fact == Json.NONE ? " is not in its payload" : " is left out"));
            }
            if (fact != Json.NONE) {
                shown++;
                if (!follows(field, line, value, facts, fact)) {
                    throw new Fault("data." + field.label() + " does not follow from its payload");
                }
            }
        }
        if (line.kind(data) != Json.Kind.OBJECT || line.size(data) != shown) {
            throw new Fault("its data has a field that the rule does not know");
        }
        if (!proofs.allUsed()) {
            throw new Fault("it has a proof of what it does not show");
        }
    }

    /** How many fields read {@code erased} or {@code withheld} so far, and have no proof, in whole sentences; empty for none. */
    String unproven() {
        return sentence(erased, "erased") + sentence(withheld, "withheld");
    }

    private static String sentence(long values, String word) {
        return switch ((int) Math.min(values, 2)) {
            case 0 -> "";
            case 1 -> "1 value reads " + word + ", and has no proof. ";
            default -> values + " values read " + word + ", and have no proof. ";
        };
    }

    private static int follow(List<byte[]> path, Json facts) {
        int fact = 0;
        for (int i = 0; i < path.size() && fact != Json.NONE; i++) {
            fact = facts.field(fact, path.get(i));
        }
        return fact;
    }

    private boolean follows(Field field, Json line, int value, Json facts, int fact)
            throws Fault, MalformedJsonException {
        return switch (field.kind()) {
            case PLAIN -> line.same(value, facts, fact);
            case INSTANT -> facts.isString(fact) && line.says(value, Instants.withSixDecimals(facts.utf8(fact)));
            case SESSION -> sessions.isSession(line, value, facts, fact);
            case SESSIONS -> sessions.areSessions(line, value, facts, fact);
            case MARKED -> sessions.areMarkedSessions(line, value, facts, fact);
            case URN -> part(0, line, value, facts, fact);
            case DATE -> part(1, line, value, facts, fact);
            case HALF -> part(2, line, value, facts, fact);
            case GROUP -> part(3, line, value, facts, fact);
            case CLOSURE ->
                (facts.says(fact, PART) && line.says(value, Y3)) || (facts.says(fact, WHOLE) && line.says(value, Y4));
            case WORD -> facts.isString(fact) && line.says(value, Bytes.ascii(word(facts.text(fact))));
            case CHANGED -> line.says(value, CHANGED);
            case TEXT -> isText(line, value, facts, fact);
            case JSON -> isSealed(facts, fact, line, value, line.compact(value));
            case PUPIL -> facts.isString(fact) && isPupil(line, value, facts.utf8(fact));
            case ENTRY -> isEntry(line, value, facts, fact);
            case CORRECTED -> {
                int another = facts.field(0, OF_ANOTHER_PUPIL);
                boolean elsewhere = another != Json.NONE && facts.kind(another) == Json.Kind.TRUE;
                yield elsewhere ? line.same(value, facts, fact) : isEntry(line, value, facts, fact);
            }
            case MARKS -> marks.areUnpacked(line, value, facts, fact);
        };
    }

    /** Whether a value is one of the parts of a register's id, which have slashes between. */
    private static boolean part(int which, Json line, int value, Json facts, int fact) {
        byte[] id = facts.isString(fact) ? facts.utf8(fact) : new byte[0];
        int start = 0;
        for (int slashes = 0; slashes < which && start < id.length; start++) {
            slashes += id[start] == '/' ? 1 : 0;
        }
        int end = start;
        while (end < id.length && id[end] != '/') {
            end++;
        }
        return end > start && line.says(value, Arrays.copyOfRange(id, start, end));
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static boolean isEntry(Json line, int value, Json facts, int fact) throws MalformedJsonException {
        int pupil = facts.field(0, PUPIL);
        return pupil != Json.NONE && line.says(value, Bytes.ascii(facts.text(pupil) + "." + facts.text(fact)));
    }

    /** Whether a value is the text that is sealed in a token of the payload. */
    boolean isText(Json line, int value, Json facts, int token) throws Fault {
        return line.isString(value) && isSealed(facts, token, line, value, line.utf8(value));
    }

    /** A token is {@code 1.<key>.<box>.<commitment>}, and the commitment SHA-256(salt ‖ text). */
    private boolean isSealed(Json facts, int token, Json line, int value, byte[] text) throws Fault {
        if (!facts.isString(token)) {
            return false;
        }
        byte[] sealed = facts.utf8(token);
        int commitment = sealed.length;
        while (commitment > 0 && sealed[commitment - 1] != '.') {
            commitment--;
        }
        int proof = proofs.find(sealed, commitment, sealed.length);
        if (proof == Proofs.NONE) {
            return isUnproven(line, value);
        }
        sha256.update(proofs.salt(proof));
        byte[] is = Base64.getUrlEncoder().withoutPadding().encode(sha256.digest(text));
        return Arrays.equals(is, 0, is.length, sealed, commitment, sealed.length);
    }

    /** Whether a value is the id of the pupil of a number. */
    boolean isPupil(Json line, int value, byte[] number) throws Fault {
        int proof = proofs.find(number, 0, number.length);
        if (proof == Proofs.NONE) {
            return isUnproven(line, value);
        }
        return line.isString(value) && pupils.opens(number, urn, line.utf8(value), proofs, proof);
    }

    /** Whether a value says that it is not shown: its key was destroyed, or it is none of the reader's business. */
    private boolean isUnproven(Json line, int value) {
        if (line.says(value, WITHHELD)) {
            withheld++;
            return true;
        }
        erased++;
        return line.says(value, ERASED);
    }
}
