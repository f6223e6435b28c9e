package uk.muster.kernel.event;

import java.time.Instant;
import java.time.LocalDate;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;

/** Reads instants as this mapper writes them, {@code 2026-09-07T07:55:00.123456Z}, by their digits; every other form as the library does. */
final class InstantReader extends ValueDeserializer<Instant> {

    private static final int TO_SECONDS = "2026-09-07T07:55:00".length();
    private static final int NANO_DIGITS = 9;
    private static final int SECONDS_OF_DAY = 86_400;

    @Override
    public Instant deserialize(JsonParser json, DeserializationContext context) {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            String text = json.getString();
            if (isAsWritten(text)) {
                return read(text);
            }
        }
        return InstantDeserializer.INSTANT.deserialize(json, context);
    }

    /** Whether every digit is one and month, day and time are within what every month and day has. */
    private static boolean isAsWritten(String text) {
        int end = text.length() - 1;
        return end >= TO_SECONDS
                && end <= TO_SECONDS + 1 + NANO_DIGITS
                && end != TO_SECONDS + 1
                && text.charAt(end) == 'Z'
                && hasForm(text, end)
                && isWithin(number(text, 5, 7), 1, 12)
                && isWithin(number(text, 8, 10), 1, 28)
                && number(text, 11, 13) <= 23
                && number(text, 14, 16) <= 59
                && number(text, 17, TO_SECONDS) <= 59;
    }

    private static boolean hasForm(String text, int end) {
        for (int i = 0; i < end; i++) {
            char wanted = switch (i) {
                case 4, 7 -> '-';
                case 10 -> 'T';
                case 13, 16 -> ':';
                case 19 -> '.';
                default -> '0';
            };
            char found = text.charAt(i);
            if (wanted == '0' ? found < '0' || found > '9' : found != wanted) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWithin(int number, int least, int most) {
        return number >= least && number <= most;
    }

    private static Instant read(String text) {
        long day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                .toEpochDay();
        int second = number(text, 11, 13) * 3600 + number(text, 14, 16) * 60 + number(text, 17, TO_SECONDS);
        int nanos = 0;
        for (int i = 1; i <= NANO_DIGITS; i++) {
            int at = TO_SECONDS + i;
            nanos = nanos * 10 + (at < text.length() - 1 ? text.charAt(at) - '0' : 0);
        }
        return Instant.ofEpochSecond(day * SECONDS_OF_DAY + second, nanos);
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
