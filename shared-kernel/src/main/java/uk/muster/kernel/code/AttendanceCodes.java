package uk.muster.kernel.code;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The national table of codes, retired ones included, read once from {@code attendance-codes.csv}. A change of the law is a change of
 * that file: a new code gets a {@code valid_from}, an old one a {@code valid_to} and a {@code successor}.
 */
public final class AttendanceCodes {

    private static final AttendanceCodes STANDARD = new AttendanceCodes(read("/attendance-codes.csv"));

    private final Map<String, AttendanceCode> bySymbol;

    private AttendanceCodes(Map<String, AttendanceCode> bySymbol) {
        this.bySymbol = Collections.unmodifiableMap(bySymbol);
    }

    /** The codes of England. */
    public static AttendanceCodes standard() {
        return STANDARD;
    }

    /** The code of that exact symbol; symbols are written in capitals. */
    public Optional<AttendanceCode> find(String symbol) {
        return Optional.ofNullable(bySymbol.get(symbol));
    }

    /** @throws IllegalArgumentException when there is no such code: for symbols that were checked before they were recorded */
    public AttendanceCode get(String symbol) {
        AttendanceCode code = bySymbol.get(symbol);
        if (code == null) {
            throw new IllegalArgumentException("No code of the register has this symbol.");
        }
        return code;
    }

    /** Every code in the order of the table. */
    public Collection<AttendanceCode> all() {
        return bySymbol.values();
    }

    private static Map<String, AttendanceCode> read(String resource) {
        try (InputStream in = AttendanceCodes.class.getResourceAsStream(resource)) {
            Objects.requireNonNull(in, resource);
            List<Map<String, String>> rows = Csv.rows(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            Map<String, AttendanceCode> codes = new LinkedHashMap<>();
            for (Map<String, String> row : rows) {
                AttendanceCode code = code(row);
                codes.put(code.symbol(), code);
            }
            return codes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AttendanceCode code(Map<String, String> row) {
        String detail = row.get("requires_detail");
        return new AttendanceCode(
                row.get("code"),
                row.get("description"),
                Category.valueOf(row.get("category").toUpperCase(Locale.ROOT)),
                Boolean.parseBoolean(row.get("counts_as_possible")),
                Boolean.parseBoolean(row.get("counts_as_present")),
                authorisation(row.get("authorised")),
                SessionRestriction.valueOf(row.get("session_restriction")),
                detailNeed(detail),
                detail.replaceFirst("\\(.*\\)$", ""),
                row.get("valid_from").isEmpty() ? LocalDate.MIN : LocalDate.parse(row.get("valid_from")),
                row.get("valid_to").isEmpty() ? LocalDate.MAX : LocalDate.parse(row.get("valid_to")),
                row.get("successor"));
    }

    private static Authorisation authorisation(String cell) {
        return switch (cell) {
            case "true" -> Authorisation.AUTHORISED;
            case "false" -> Authorisation.UNAUTHORISED;
            case "n/a" -> Authorisation.NOT_AN_ABSENCE;
            default -> throw new IllegalArgumentException("authorised: " + cell);
        };
    }

    private static DetailNeed detailNeed(String cell) {
        if (cell.isEmpty()) {
            return DetailNeed.NONE;
        }
        if (cell.endsWith("(recommended)")) {
            return DetailNeed.RECOMMENDED;
        }
        return cell.endsWith("(system)") ? DetailNeed.SYSTEM : DetailNeed.REQUIRED;
    }
}
