package uk.muster.verifier;

import java.time.LocalDate;

/** Instants as a line writes them: in UTC with six decimals, {@code 2026-09-07T07:45:00.000000Z}. */
final class Instants {

    private static final byte[] FORM = Bytes.ascii("0000-00-00T00:00:00.000000Z");
    private static final int SECONDS_END = 19;
    private static final int DECIMALS_END = 26;
    private static final long LAST = 253_402_300_799_999_999L;
    private static final long MICROS_A_DAY = 86_400_000_000L;

    private Instants() {}

    /** Microseconds since 1970, of a year of four digits. */
    static byte[] print(long micros) throws Fault {
        if (micros > LAST) {
            throw new Fault("its time is out of all reason");
        }
        LocalDate date = LocalDate.ofEpochDay(micros / MICROS_A_DAY);
        long ofDay = micros % MICROS_A_DAY;
        long seconds = ofDay / 1_000_000;
        byte[] text = FORM.clone();
        put(text, 4, date.getYear());
        put(text, 7, date.getMonthValue());
        put(text, 10, date.getDayOfMonth());
        put(text, 13, seconds / 3600);
        put(text, 16, seconds / 60 % 60);
        put(text, SECONDS_END, seconds % 60);
        put(text, DECIMALS_END, ofDay % 1_000_000);
        return text;
    }

    /** An instant of a payload, which has as many decimals as it needs, in the form of a line. */
    static byte[] withSixDecimals(byte[] instant) throws Fault {
        int zone = instant.length - 1;
        if (zone < SECONDS_END || instant[zone] != 'Z' || (zone > SECONDS_END && instant[SECONDS_END] != '.')) {
            throw new Fault("an instant of its payload is not in UTC");
        }
        byte[] text = FORM.clone();
        System.arraycopy(instant, 0, text, 0, Math.min(zone, DECIMALS_END));
        text[SECONDS_END] = '.';
        return text;
    }

    private static void put(byte[] text, int end, long number) {
        long rest = number;
        for (int i = end - 1; rest > 0; i--) {
            text[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
