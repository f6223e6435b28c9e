package uk.muster.query.console.lists;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table for a spreadsheet (RFC 4180). A cell that a spreadsheet would take for a formula is written with an apostrophe before it (OWASP, CSV
 * injection): names come from other systems.
 */
final class CsvTable {

    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r]");
    private static final Pattern NUMBER = Pattern.compile("^-?[0-9]+(\\.[0-9]+)?$");

    private final PrintWriter out;

    private CsvTable(PrintWriter out) {
        this.out = out;
    }

    /** @param name of the file, without a child's */
    static CsvTable begin(HttpServletResponse response, String name, List<String> header) throws IOException {
        response.setContentType("text/csv");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
        CsvTable table = new CsvTable(response.getWriter());
        table.row(header);
        return table;
    }

    void row(List<? extends @Nullable Object> cells) {
        out.write(cells.stream().map(CsvTable::cell).collect(Collectors.joining(",")));
        out.write("\r\n");
    }

    static String cell(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        if (FORMULA.matcher(text).find() && !NUMBER.matcher(text).matches()) {
            text = "'" + text;
        }
        return text.chars().anyMatch(each -> each == ',' || each == '"' || each == '\n' || each == '\r')
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }
}
