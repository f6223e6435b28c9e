package uk.muster.benchmarks.years;

import java.util.List;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import uk.muster.benchmarks.pages.PageTimes;
import uk.muster.benchmarks.school.Classroom;

/**
 * What a run came to, as a table and as the one JSON object that is printed last.
 *
 * @param posted empty when the school was posted by an earlier run
 */
record YearsReport(
        YearsOptions options,
        School school,
        Optional<Posted> posted,
        Sizes sizes,
        Export export,
        List<AsOfTimes> asOf,
        List<PageTimes> pages) {

    private static final int TIMED_PERCENTILE = 99;

    /** An answer that is wrong, or an export that does not hold, spoils every time. That an aim is missed does not. */
    boolean isGood() {
        return export.holds()
                && asOf.stream().allMatch(each -> each.refused() == 0 && each.wrong() == 0)
                && pages.stream().allMatch(each -> each.refused() == 0);
    }

    String json() {
        ObjectNode json = JsonMapper.builder().build().createObjectNode();
        json.put("benchmark", "years")
                .put("good", isGood())
                .put("pupils", school.roll().size())
                .put("years", options.years())
                .put("schoolDays", school.time().days())
                .put("registers", registers())
                .put("marks", marks())
                .put("amendments", school.book().corrections())
                .put("processors", Runtime.getRuntime().availableProcessors());
        posted.ifPresent(taken -> json.putObject("posting")
                .put("seconds", round(taken.seconds()))
                .put("registersPerSecond", Math.round(registers() / taken.seconds()))
                .put(
                        "clockMillisPerDay",
                        round(1000 * taken.clockSeconds() / school.time().days())));
        json.putObject("bytesPerMark")
                .put("ledger", perMark(sizes.ledger()))
                .put("ledgerWithoutIndexes", perMark(sizes.ledgerWithoutIndexes()))
                .put("readModel", perMark(sizes.documents()));
        export(json.putObject("export"));
        ObjectNode times = json.putObject("asOfMillis");
        asOf.forEach(each -> asOf(times.putObject(each.question().name()), each));
        ObjectNode ofPages = json.putObject("pageMillis");
        pages.forEach(each -> page(ofPages.putObject(each.page().name()), each));
        return json.toString();
    }

    private void export(ObjectNode json) {
        json.put("events", events())
                .put("megabytes", round(export.bytes() / 1e6))
                .put("seconds", round(export.seconds()))
                .put("verifySeconds", round(export.verifySeconds()))
                .put("verifiedEventsPerSecond", Math.round(events() / export.verifySeconds()))
                .put("verifiedRegistersPerSecond", Math.round(registers() / export.verifySeconds()))
                .put("holds", export.holds());
    }

    private static void asOf(ObjectNode json, AsOfTimes times) {
        json.put("first", round(times.first()));
        times.byCallers().forEach((callers, micros) -> percentiles(json.putObject("callers" + callers), micros));
        json.put("refused", times.refused())
                .put("checked", times.checked())
                .put("wrong", times.wrong())
                .put("aimP99", times.question().aim())
                .put("met", isMet(times));
    }

    private static void page(ObjectNode json, PageTimes times) {
        json.put("first", round(times.first()));
        percentiles(json, times.micros());
        json.put("kilobytesCompressed", round(times.compressed() / 1e3))
                .put("kilobytesPlain", round(times.plain() / 1e3))
                .put("refused", times.refused())
                .put("aimP99", SchoolPages.AIM)
                .put("met", millis(times.micros(), TIMED_PERCENTILE) < SchoolPages.AIM);
    }

    /** By a single caller. */
    private static boolean isMet(AsOfTimes times) {
        Histogram alone = times.byCallers().get(1);
        return alone != null
                && millis(alone, TIMED_PERCENTILE) < times.question().aim();
    }

    private static void percentiles(ObjectNode json, Histogram micros) {
        json.put("p50", millis(micros, 50))
                .put("p99", millis(micros, TIMED_PERCENTILE))
                .put("max", round(micros.getMaxValue() / 1000.0));
    }

    String table() {
        StringBuilder table = new StringBuilder();
        table.append("%,d pupils, %d years of %,d school days: %,d registers, %,d marks, %,d amendments%n"
                .formatted(
                        school.roll().size(),
                        options.years(),
                        school.time().days(),
                        registers(),
                        marks(),
                        school.book().corrections()));
        table.append("bytes a mark: ledger %.1f, without indexes %.1f; read model %.1f%n"
                .formatted(perMark(sizes.ledger()), perMark(sizes.ledgerWithoutIndexes()), perMark(sizes.documents())));
        table.append("export: %,d events, %.1f MB in %.1f s; verified in %.2f s, %,.0f events a second%n"
                .formatted(
                        events(),
                        export.bytes() / 1e6,
                        export.seconds(),
                        export.verifySeconds(),
                        events() / export.verifySeconds()));
        if (!export.holds()) {
            table.append(export.verdict().inWords()).append(System.lineSeparator());
        }
        table.append("%-24s%10s%10s%10s%10s%10s%n".formatted("ms", "first", "p50", "p99", "max", "aim p99"));
        for (AsOfTimes times : asOf) {
            times.byCallers()
                    .forEach((callers, micros) -> table.append(line(
                            "%s, %d caller%s".formatted(times.question().name(), callers, callers == 1 ? "" : "s"),
                            times.first(),
                            micros,
                            times.question().aim())));
        }
        pages.forEach(times -> table.append(line(times.page().name(), times.first(), times.micros(), SchoolPages.AIM)));
        return table.toString();
    }

    private static String line(String name, double first, Histogram micros, int aim) {
        double p99 = millis(micros, TIMED_PERCENTILE);
        return "%-24s%10.1f%10.1f%10.1f%10.1f%10d%s%n"
                .formatted(
                        name,
                        first,
                        millis(micros, 50),
                        p99,
                        micros.getMaxValue() / 1000.0,
                        aim,
                        p99 < aim ? "" : "  missed");
    }

    private int registers() {
        return school.book().registers();
    }

    private long marks() {
        return (long) registers() * Classroom.SIZE;
    }

    /** The last line closes the export. */
    private long events() {
        return export.lines() - 1;
    }

    private double perMark(long bytes) {
        return Math.round(10.0 * bytes / marks()) / 10.0;
    }

    private static double millis(Histogram micros, double percentile) {
        return round(micros.getValueAtPercentile(percentile) / 1000.0);
    }

    private static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
