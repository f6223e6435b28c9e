package uk.muster.query.console.lists;

import java.util.List;
import java.util.Locale;
import uk.muster.kernel.code.Rate;

/** A line of weekly rates in a box of 100 by 24: the floor is half, for few fall lower and the differences above matter. */
final class Spark {

    private static final double WIDTH = 100;
    private static final double HEIGHT = 24;
    private static final double FLOOR = 0.5;

    private Spark() {}

    /** Points as SVG writes them; weeks in which nothing was possible are left out. */
    static String points(List<Rate> weeks) {
        List<Rate> possible = weeks.stream().filter(week -> week.possible() > 0).toList();
        if (possible.size() < 2) {
            return "";
        }
        StringBuilder points = new StringBuilder();
        for (int week = 0; week < possible.size(); week++) {
            double rate =
                    (double) possible.get(week).attended() / possible.get(week).possible();
            double x = WIDTH * week / (possible.size() - 1);
            double y = (HEIGHT - 2) * (1 - Math.max(0, rate - FLOOR) / (1 - FLOOR)) + 1;
            points.append(points.isEmpty() ? "" : " ").append(String.format(Locale.ROOT, "%.1f,%.1f", x, y));
        }
        return points.toString();
    }
}
