package uk.muster.query.console.chart;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import uk.muster.kernel.code.Rate;
import uk.muster.query.console.shell.Say;

/**
 * A line of weekly rates in a box of 100 by 24: the floor is half, for few fall lower and the differences above matter.
 *
 * @param points as SVG writes them; empty where there are fewer than two
 * @param words the same for whoever does not see it
 */
public record Spark(String points, String words) {

    private static final double WIDTH = 100;
    private static final double HEIGHT = 24;
    private static final double FLOOR = 0.5;

    /** @param weeks in order; those in which nothing was possible are left out */
    public static Spark of(List<Rate> weeks) {
        List<Rate> possible = weeks.stream().filter(week -> week.possible() > 0).toList();
        return possible.size() < 2 ? new Spark("", "") : new Spark(points(possible), words(possible));
    }

    private static String points(List<Rate> weeks) {
        StringBuilder points = new StringBuilder();
        for (int week = 0; week < weeks.size(); week++) {
            double x = WIDTH * week / (weeks.size() - 1);
            double y = (HEIGHT - 2) * (1 - Math.max(0, share(weeks.get(week)) - FLOOR) / (1 - FLOOR)) + 1;
            points.append(points.isEmpty() ? "" : " ").append(String.format(Locale.ROOT, "%.1f,%.1f", x, y));
        }
        return points.toString();
    }

    private static String words(List<Rate> weeks) {
        Rate lowest =
                weeks.stream().min(Comparator.comparingDouble(Spark::share)).orElseThrow();
        return "Attendance week by week over " + Say.count(weeks.size(), "week") + ": "
                + percentage(weeks.getFirst()) + " in the first, " + percentage(weeks.getLast())
                + " in the last, at the lowest " + percentage(lowest);
    }

    private static double share(Rate week) {
        return (double) week.attended() / week.possible();
    }

    private static String percentage(Rate week) {
        return week.percentage().map(BigDecimal::toPlainString).orElse("0") + "%";
    }
}
