package uk.muster.benchmarks.lists;

import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import uk.muster.benchmarks.load.Freshness;
import uk.muster.benchmarks.load.Outcome;

/**
 * What a run came to, as the one JSON object that is printed last.
 *
 * @param seconds that lists were timed for
 * @param first milliseconds of each list's first answer
 * @param peak the most bytes by process
 */
record ListsReport(
        ListsOptions options,
        ListsSchools schools,
        Outcome writing,
        double seconds,
        Map<String, Double> first,
        List<ListReader> readers,
        Freshness freshness,
        Map<String, Double> processorSeconds,
        Map<String, Long> peak) {

    private static final double MEGABYTE = 1 << 20;
    private static final int TIMED_PERCENTILE = 99;

    /** Times of lists that were refused, or that lack a mark, are no times. */
    boolean isGood() {
        return writing.refused() == 0
                && freshness.unseen() == 0
                && readers.stream().allMatch(reader -> reader.outcome().refused() == 0);
    }

    String json() {
        ObjectNode json = JsonMapper.builder().build().createObjectNode();
        json.put("benchmark", "lists")
                .put("good", isGood())
                .put("schools", options.schools())
                .put("pupils", schools.pupilsOfTrust())
                .put("schoolsOutside", options.others())
                .put(
                        "largeSchoolClasses",
                        schools.schools().getFirst().classes().size())
                .put("daysBefore", options.days())
                .put("registersBefore", schools.classroomsOfTrust().size() * options.days() * 2)
                .put("warmUp", options.warmUp())
                .put("processors", Runtime.getRuntime().availableProcessors())
                .put("seconds", round(seconds))
                .put("registers", writing.accepted())
                .put("refused", writing.refused())
                .put("registersPerSecond", Math.round(writing.accepted() / seconds));
        ObjectNode lists = json.putObject("lists");
        readers.forEach(reader -> list(lists.putObject(reader.list().name()), reader));
        ObjectNode visible = json.putObject("freshnessMillis");
        percentiles(visible, freshness.micros());
        visible.put("samples", freshness.micros().getTotalCount()).put("unseen", freshness.unseen());
        ObjectNode processor = json.putObject("processorSeconds");
        processorSeconds.forEach((name, used) -> processor.put(name, round(used)));
        ObjectNode megabytes = json.putObject("peakMegabytes");
        peak.forEach((name, held) -> megabytes.put(name, Math.round(held / MEGABYTE)));
        return json.toString();
    }

    private void list(ObjectNode json, ListReader reader) {
        json.put("asked", reader.outcome().accepted())
                .put("refused", reader.outcome().refused())
                .put("firstMillis", round(first.getOrDefault(reader.list().name(), 0.0)));
        percentiles(json, reader.micros());
        json.put("targetP99", reader.list().target())
                .put(
                        "met",
                        millis(reader.micros(), TIMED_PERCENTILE)
                                < reader.list().target());
    }

    private static void percentiles(ObjectNode json, Histogram micros) {
        json.put("p50", millis(micros, 50))
                .put("p99", millis(micros, TIMED_PERCENTILE))
                .put("max", round(micros.getMaxValue() / 1000.0));
    }

    private static double millis(Histogram micros, double percentile) {
        return round(micros.getValueAtPercentile(percentile) / 1000.0);
    }

    private static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
