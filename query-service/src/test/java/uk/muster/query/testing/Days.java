package uk.muster.query.testing;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import uk.muster.kernel.identity.Urn;

/** Registers of whole days, one code for both sessions of a pupil's day. */
public final class Days {

    private Days() {}

    /**
     * Takes a class's registers of weekdays, one after another.
     *
     * @param codes of each pupil, one a day; {@code -} for a day without a mark
     */
    public static void take(TestLedger ledger, Urn urn, String group, LocalDate first, Map<String, String> codes) {
        int days = codes.values().stream()
                .mapToInt(each -> each.split(" ", -1).length)
                .max()
                .orElse(0);
        LocalDate date = first;
        for (int day = 0; day < days; day++) {
            List<String> marks = new ArrayList<>();
            for (Map.Entry<String, String> each : codes.entrySet()) {
                String code = each.getValue().split(" ", -1)[day];
                if (!code.equals("-")) {
                    marks.add(each.getKey());
                    marks.add(code);
                }
            }
            for (String half : List.of("AM", "PM")) {
                ledger.take(urn + "/" + date + "/" + half + "/" + group, marks.toArray(String[]::new));
            }
            date = date.plusDays(date.getDayOfWeek() == DayOfWeek.FRIDAY ? 3 : 1);
        }
    }
}
