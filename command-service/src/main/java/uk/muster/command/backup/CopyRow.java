package uk.muster.command.backup;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A row in PostgreSQL's text form of COPY: values with tabs between, {@code \N} for null, bytes in hexadecimal. */
record CopyRow(Map<String, String> values) {

    static final String NULL = "\\N";
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 6, true)
            .appendOffset("+HH", "+00")
            .toFormatter();

    /** @throws BackupException when the row has another number of values */
    static CopyRow of(String line, List<String> columns) {
        String[] parts = line.split("\t", -1);
        if (parts.length != columns.size()) {
            throw new BackupException("A row of the backup is not whole.");
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < parts.length; i++) {
            values.put(columns.get(i), parts[i]);
        }
        return new CopyRow(values);
    }

    long number(String column) {
        return Long.parseLong(raw(column));
    }

    String text(String column) {
        String raw = raw(column);
        StringBuilder text = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char each = raw.charAt(i);
            text.append(each == '\\' ? escaped(raw.charAt(++i)) : each);
        }
        return text.toString();
    }

    private static char escaped(char letter) {
        return switch (letter) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            default -> letter;
        };
    }

    UUID uuid(String column) {
        return UUID.fromString(raw(column));
    }

    byte[] bytes(String column) {
        return HexFormat.of().parseHex(raw(column).substring("\\\\x".length()));
    }

    Instant instant(String column) {
        return OffsetDateTime.parse(raw(column), TIME).toInstant();
    }

    private String raw(String column) {
        String value = values.get(column);
        if (value == null || value.equals(NULL)) {
            throw new BackupException("A row of the backup has no " + column + ".");
        }
        return value;
    }
}
