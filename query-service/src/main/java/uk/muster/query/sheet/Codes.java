package uk.muster.query.sheet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.muster.kernel.code.AttendanceCode;
import uk.muster.kernel.code.AttendanceCodes;

/** The national table's codes as single bytes, by their place in it. */
final class Codes {

    private static final List<AttendanceCode> ALL =
            List.copyOf(AttendanceCodes.standard().all());
    private static final Map<String, Byte> BYTES = bytes();

    private Codes() {}

    static byte byteOf(String symbol) {
        Byte found = BYTES.get(symbol);
        if (found == null) {
            throw new IllegalArgumentException("No code of the register has this symbol.");
        }
        return found;
    }

    static AttendanceCode of(byte code) {
        return ALL.get(code);
    }

    private static Map<String, Byte> bytes() {
        Map<String, Byte> bytes = new HashMap<>();
        for (int place = 0; place < ALL.size(); place++) {
            bytes.put(ALL.get(place).symbol(), (byte) place);
        }
        return bytes;
    }
}
