package uk.muster.simulator.term;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import uk.muster.simulator.school.Phase;

/**
 * The share of possible sessions that each code has in England, by phase: 8 September 2025 to 10 July 2026, derived from the daily files
 * behind DfE's attendance dashboard ({@code EES_ytd_data.csv}). D, Q, X and the Y codes are not published.
 */
public final class NationalRates {

    /** Both present codes together, as they are published. */
    public static final String PRESENT = "/\\";

    private final Map<String, Map<Phase, Double>> percentages;

    private NationalRates(Map<String, Map<Phase, Double>> percentages) {
        this.percentages = percentages;
    }

    public static NationalRates published() {
        try (InputStream csv = Objects.requireNonNull(
                        NationalRates.class.getResourceAsStream("national-rates.csv"), "national-rates.csv");
                BufferedReader lines = new BufferedReader(new InputStreamReader(csv, StandardCharsets.UTF_8))) {
            return parse(lines.lines()
                    .map(line -> line.replace("\"", "").split(",", -1))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The codes with a published rate, but for the present codes, in the order published. */
    public List<String> codes() {
        return List.copyOf(percentages.keySet());
    }

    /** @return the code's share of possible sessions, 0 to 1; what no other code has is {@link #PRESENT} */
    public double share(String code, Phase phase) {
        if (code.equals(PRESENT)) {
            return 1
                    - percentages.keySet().stream()
                            .mapToDouble(c -> share(c, phase))
                            .sum();
        }
        return percentages.get(code).get(phase) / 100;
    }

    private static NationalRates parse(List<String[]> rows) {
        String[] header = rows.getFirst();
        Map<String, Map<Phase, Double>> percentages = new LinkedHashMap<>();
        for (String[] row : rows.subList(1, rows.size())) {
            Map<Phase, Double> byPhase = new EnumMap<>(Phase.class);
            for (int column = 1; column < row.length; column++) {
                byPhase.put(Phase.valueOf(header[column]), Double.valueOf(row[column]));
            }
            percentages.put(row[0], byPhase);
        }
        return new NationalRates(percentages);
    }
}
