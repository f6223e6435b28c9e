package uk.muster.benchmarks.lists;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import uk.muster.benchmarks.machine.ProcessorTime;

/**
 * The instance that is measured.
 *
 * @param mis token of a school information system, for every school
 * @param officer token of an attendance officer, for every school
 * @param processes process ids by name
 */
record ListsTarget(URI commands, URI queries, String mis, String officer, Map<String, Long> processes) {

    Map<String, Double> processorSeconds() {
        Map<String, Double> seconds = new TreeMap<>(ProcessorTime.seconds(processes));
        seconds.put("load-generator", ProcessorTime.own());
        return seconds;
    }
}
