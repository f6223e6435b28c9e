package uk.muster.kernel.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Reads the tables of the kernel (RFC 4180: every field may be quoted, a quote within is doubled, the first line names the columns). */
final class Csv {

    private Csv() {}

    static List<Map<String, String>> rows(String text) {
        Iterator<List<String>> lines = text.lines().map(Csv::fields).iterator();
        List<String> names = lines.next();
        List<Map<String, String>> rows = new ArrayList<>();
        while (lines.hasNext()) {
            List<String> fields = lines.next();
            if (fields.size() != names.size()) {
                throw new IllegalArgumentException(
                        "A line has " + fields.size() + " fields, not " + names.size() + ".");
            }
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < fields.size(); i++) {
                row.put(names.get(i), fields.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                field.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
