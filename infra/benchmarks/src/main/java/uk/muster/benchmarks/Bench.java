package uk.muster.benchmarks;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import uk.muster.benchmarks.firstday.FirstDay;
import uk.muster.benchmarks.lists.Lists;
import uk.muster.benchmarks.morning.Morning;
import uk.muster.benchmarks.years.Years;

/** {@code ./muster bench NAME}: runs a benchmark; its last line on standard output is one JSON object. */
@Command(
        name = "muster bench",
        description = "Runs a benchmark and prints its result as JSON, last line.",
        mixinStandardHelpOptions = true,
        subcommands = {Morning.class, FirstDay.class, Lists.class, Years.class},
        subcommandsRepeatable = false)
public final class Bench {

    private Bench() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Bench()).execute(args));
    }
}
