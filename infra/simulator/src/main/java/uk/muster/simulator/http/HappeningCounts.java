package uk.muster.simulator.http;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import uk.muster.kernel.identity.Urn;

/** How many facts of each kind a school's ledger holds, counted over its export as an auditor gets it. */
public final class HappeningCounts {

    private HappeningCounts() {}

    /** By type, such as {@code home-visit-recorded.v1}. */
    public static SortedMap<String, Integer> of(MusterClient auditor, Urn urn) {
        String export = auditor.get("audit/events?urn=" + urn, Map.of()).body();
        return export.lines()
                .filter(line -> !line.isBlank())
                .map(line -> Bodies.JSON.readTree(line).path("type").stringValue(""))
                .filter(type -> !type.isEmpty())
                .collect(Collectors.toMap(type -> type, _ -> 1, Integer::sum, TreeMap::new));
    }
}
