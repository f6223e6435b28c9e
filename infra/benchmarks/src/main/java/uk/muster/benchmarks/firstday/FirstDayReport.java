package uk.muster.benchmarks.firstday;

import java.util.Map;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import uk.muster.benchmarks.load.Outcome;

/**
 * What a run came to, as the one JSON object that is printed last.
 *
 * @param settled seconds from the first register until every deadline of a case was stored
 * @param processorSeconds by phase and process
 * @param memory bytes by process at the end
 * @param peak the most bytes by process
 * @param ledgerBytes what the ledger grew by since the first register
 * @param caseBytes what is kept beside it
 */
record FirstDayReport(
        FirstDayOptions options,
        FirstDaySchools schools,
        Outcome registers,
        Cases cases,
        double settled,
        Map<String, Map<String, Double>> processorSeconds,
        Map<String, Long> memory,
        Map<String, Long> peak,
        long ledgerBytes,
        long caseBytes) {

    private static final double MEGABYTE = 1 << 20;

    /** A case that is lost, or a step that fires twice, spoils every rate. */
    boolean isGood() {
        return cases.compare(schools).isWhole() && registers.refused() == 0;
    }

    String json() {
        ObjectNode json = JsonMapper.builder().build().createObjectNode();
        json.put("benchmark", "first-day")
                .put("good", isGood())
                .put("share", options.share())
                .put("schools", schools.schools().size())
                .put("pupils", schools.pupils())
                .put("registers", registers.accepted())
                .put("refused", registers.refused())
                .put("loop", "closed, %d connections, one request in flight on each".formatted(options.connections()))
                .put("processors", Runtime.getRuntime().availableProcessors())
                .put("cases", cases.opened())
                .put("seconds", round(cases.secondsToOpen()))
                .put("casesPerSecond", Math.round(cases.opened() / cases.secondsToOpen()))
                .put("secondsUntilDeadlinesStored", round(settled));
        steps(json.putObject("at0910"), cases.calls());
        steps(json.putObject("at0940"), cases.visits());
        ObjectNode processor = json.putObject("processorSeconds");
        processorSeconds.forEach((phase, used) -> {
            ObjectNode node = processor.putObject(phase);
            used.forEach((name, seconds) -> node.put(name, round(seconds)));
        });
        ObjectNode megabytes = json.putObject("memoryMegabytes");
        megabytes(megabytes.putObject("end"), memory);
        megabytes(megabytes.putObject("peak"), peak);
        json.putObject("bytesPerCase")
                .put("ledger", Math.round((double) ledgerBytes / Math.max(1, cases.opened())))
                .put("beside", Math.round((double) caseBytes / Math.max(1, cases.opened())));
        compared(json.putObject("comparison"), cases.compare(schools));
        return json.toString();
    }

    private static void steps(ObjectNode json, Cases.Steps steps) {
        Histogram late = steps.lateMicros();
        json.put("due", steps.count())
                .put("perSecond", Math.round(steps.perSecond()))
                .putObject("lateMillis")
                .put("p50", round(late.getValueAtPercentile(50) / 1000.0))
                .put("p99", round(late.getValueAtPercentile(99) / 1000.0))
                .put("max", round(late.getMaxValue() / 1000.0));
    }

    private static void megabytes(ObjectNode json, Map<String, Long> bytes) {
        bytes.forEach((name, held) -> json.put(name, Math.round(held / MEGABYTE)));
    }

    private static void compared(ObjectNode json, Cases.Comparison comparison) {
        json.put("expected", comparison.expected())
                .put("cases", comparison.cases())
                .put("calls", comparison.calls())
                .put("visits", comparison.visits())
                .put("lost", comparison.lost())
                .put("twice", comparison.twice())
                .put("strange", comparison.strange())
                .put("early", comparison.early());
    }

    private static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
