package uk.muster.benchmarks.morning;

import java.util.Map;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import uk.muster.benchmarks.load.Freshness;
import uk.muster.benchmarks.school.Classroom;

/** What a run came to, as the one JSON object that is printed last. */
record MorningReport(
        MorningOptions options,
        England england,
        Writing writing,
        double seconds,
        Freshness freshness,
        Map<String, Double> processorSeconds,
        Target.Use before,
        Target.Use after,
        Target.Use settled,
        MorningComparison comparison) {

    /** A rate that loses or refuses a register is no rate. */
    boolean isGood() {
        return comparison.isWhole() && writing.outcome().refused() == 0 && freshness.unseen() == 0;
    }

    String json() {
        long registers = writing.outcome().accepted();
        long marks = registers * Classroom.SIZE;
        ObjectNode json = JsonMapper.builder().build().createObjectNode();
        json.put("benchmark", "morning")
                .put("good", isGood())
                .put("share", options.share())
                .put("schools", england.schools().size())
                .put("pupils", england.pupils())
                .put("warmUpDays", options.warmUp())
                .put("mornings", options.mornings())
                .put("loop", "closed, %d connections, one request in flight on each".formatted(options.connections()))
                .put("processors", Runtime.getRuntime().availableProcessors())
                .put("registers", registers)
                .put("refused", writing.outcome().refused())
                .put("marks", marks)
                .put("seconds", round(seconds))
                .put("registersPerSecond", Math.round(registers / seconds))
                .put("marksPerSecond", Math.round(marks / seconds));
        percentiles(json.putObject("writeMillis"), writing.micros());
        ObjectNode visible = json.putObject("freshnessMillis");
        percentiles(visible, freshness.micros());
        visible.put("samples", freshness.micros().getTotalCount()).put("unseen", freshness.unseen());
        ObjectNode followUp = json.putObject("followUpEventsBehind");
        before.followUpBehind().ifPresent(behind -> followUp.put("atTheBeginning", behind));
        after.followUpBehind().ifPresent(behind -> followUp.put("atTheEnd", behind));
        ObjectNode bytes = json.putObject("bytesPerMark");
        settled.ledgerBytes()
                .ifPresent(after -> bytes.put(
                        "ledger", round((double) (after - before.ledgerBytes().orElse(0L)) / marks)));
        // The store's file shrinks whenever it is tidied up, so that its growth says nothing: all of it, by all marks.
        bytes.put("readModel", round((double) settled.documentBytes() / (comparison.acknowledged() * Classroom.SIZE)));
        ObjectNode processor = json.putObject("processorSeconds");
        processorSeconds.forEach((name, used) -> processor.put(name, round(used)));
        compared(json.putObject("comparison"));
        return json.toString();
    }

    private void compared(ObjectNode json) {
        json.put("acknowledged", comparison.acknowledged())
                .put("inLedger", comparison.inLedger())
                .put("lost", comparison.lost())
                .put("unasked", comparison.unasked())
                .put("twice", comparison.twice())
                .put("different", comparison.different())
                .put("unreadable", comparison.unreadable());
    }

    private static void percentiles(ObjectNode json, Histogram micros) {
        json.put("p50", millis(micros, 50))
                .put("p99", millis(micros, 99))
                .put("p999", millis(micros, 99.9))
                .put("max", round(micros.getMaxValue() / 1000.0));
    }

    private static double millis(Histogram micros, double percentile) {
        return round(micros.getValueAtPercentile(percentile) / 1000.0);
    }

    private static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
