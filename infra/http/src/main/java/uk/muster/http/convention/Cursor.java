package uk.muster.http.convention;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32C;
import uk.muster.http.problem.Problem;
import uk.muster.http.problem.ProblemException;

/**
 * Where a page of a list ended: base64url of the list's name and the keys of its last item, with a checksum that finds a cursor cut short,
 * mistyped or made up. It grants nothing, since every page is held against the caller's rule again, so it needs no seal.
 *
 * <p>A cursor stands in a URL: its keys are numbers, dates and ids, never a name, a UPN or a date of birth.
 */
public final class Cursor {

    private static final char BETWEEN = '\u001f';
    private static final int CHECK_BYTES = 4;
    private static final int LONGEST = 1_024;

    private Cursor() {}

    /**
     * @param list the name of the list, so that the cursor of one is refused by another
     * @param keys the keys of the last item, in the order of the list's sorting, without control characters
     */
    public static String after(String list, String... keys) {
        String payload = list + BETWEEN + String.join(String.valueOf(BETWEEN), keys);
        byte[] text = payload.getBytes(StandardCharsets.UTF_8);
        byte[] cursor = ByteBuffer.allocate(CHECK_BYTES + text.length)
                .putInt(checksum(text))
                .put(text)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
    }

    /**
     * @param keys how many keys the list's cursors have
     * @return the keys of the last item of the page before
     * @throws ProblemException 400 when the text is not a cursor of that list
     */
    public static List<String> read(String list, int keys, String cursor) {
        String payload = payload(cursor);
        List<String> parts = List.of(payload.split(String.valueOf(BETWEEN), -1));
        if (parts.size() != keys + 1 || !parts.getFirst().equals(list)) {
            throw malformed();
        }
        return parts.subList(1, parts.size());
    }

    private static String payload(String cursor) {
        if (cursor.length() > LONGEST) {
            throw malformed();
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
        if (bytes.length < CHECK_BYTES) {
            throw malformed();
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int check = buffer.getInt();
        byte[] text = new byte[buffer.remaining()];
        buffer.get(text);
        if (checksum(text) != check) {
            throw malformed();
        }
        return new String(text, StandardCharsets.UTF_8);
    }

    private static int checksum(byte[] text) {
        CRC32C crc = new CRC32C();
        crc.update(text);
        return (int) crc.getValue();
    }

    private static ProblemException malformed() {
        return Problem.malformed("The cursor is not one that this list answered.")
                .asException();
    }
}
