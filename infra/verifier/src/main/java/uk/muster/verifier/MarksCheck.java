package uk.muster.verifier;

import java.util.Arrays;
import uk.muster.verifier.json.Json;

/**
 * Marks one by one against packed ones: {@code {"pupils", "codes", "extras"?}}, numbers of 20 characters without a gap, codes in the same order with
 * a space between, and what more there is to say of a few by their place from 0.
 */
final class MarksCheck {

    private static final int NUMBER_LENGTH = 20;
    private static final byte[] PUPILS = Bytes.ascii("pupils");
    private static final byte[] CODES = Bytes.ascii("codes");
    private static final byte[] EXTRAS = Bytes.ascii("extras");
    private static final byte[] PUPIL_ID = Bytes.ascii("pupilId");
    private static final byte[] CODE = Bytes.ascii("code");
    private static final byte[] MINUTES_LATE = Bytes.ascii("minutesLate");
    private static final byte[] DETAIL = Bytes.ascii("detail");

    private final DataCheck data;

    MarksCheck(DataCheck data) {
        this.data = data;
    }

    boolean areUnpacked(Json line, int value, Json facts, int fact) throws Fault {
        int pupilsNode = facts.field(fact, PUPILS);
        int codesNode = facts.field(fact, CODES);
        int extras = facts.field(fact, EXTRAS);
        if (pupilsNode == Json.NONE || codesNode == Json.NONE || line.kind(value) != Json.Kind.ARRAY) {
            return false;
        }
        byte[] numbers = facts.utf8(pupilsNode);
        byte[] codes = facts.utf8(codesNode);
        int count = numbers.length / NUMBER_LENGTH;
        int code = 0;
        int mark = value + 1;
        for (int place = 0; place < count; place++) {
            int end = code;
            while (end < codes.length && codes[end] != ' ') {
                end++;
            }
            int extra = extras == Json.NONE ? Json.NONE : facts.field(extras, Bytes.ascii(Integer.toString(place)));
            byte[] number = Arrays.copyOfRange(numbers, place * NUMBER_LENGTH, (place + 1) * NUMBER_LENGTH);
            if (mark >= line.after(value)
                    || code > codes.length
                    || !isMark(line, mark, number, Arrays.copyOfRange(codes, code, end), facts, extra)) {
                return false;
            }
            code = end + 1;
            mark = line.after(mark);
        }
        return mark == line.after(value)
                && numbers.length % NUMBER_LENGTH == 0
                && code == codes.length + (count > 0 ? 1 : 0);
    }

    private boolean isMark(Json line, int mark, byte[] number, byte[] code, Json facts, int extra) throws Fault {
        int minutes = extra == Json.NONE ? Json.NONE : facts.field(extra, MINUTES_LATE);
        int detail = extra == Json.NONE ? Json.NONE : facts.field(extra, DETAIL);
        int pupilShown = line.field(mark, PUPIL_ID);
        int codeShown = line.field(mark, CODE);
        int minutesShown = line.field(mark, MINUTES_LATE);
        int detailShown = line.field(mark, DETAIL);
        int fields = 2 + (minutes == Json.NONE ? 0 : 1) + (detail == Json.NONE ? 0 : 1);
        return pupilShown != Json.NONE
                && codeShown != Json.NONE
                && line.size(mark) == fields
                && data.isPupil(line, pupilShown, number)
                && line.says(codeShown, code)
                && (minutes == Json.NONE || (minutesShown != Json.NONE && line.same(minutesShown, facts, minutes)))
                && (detail == Json.NONE || (detailShown != Json.NONE && data.isText(line, detailShown, facts, detail)));
    }
}
