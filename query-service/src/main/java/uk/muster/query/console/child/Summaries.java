package uk.muster.query.console.child;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.policy.Bands;
import uk.muster.kernel.policy.Bands.Band;
import uk.muster.query.attendance.AttendancePage;
import uk.muster.query.console.shell.Say;

/** Puts a year's figures into words. */
final class Summaries {

    private Summaries() {}

    static Summary of(AttendancePage year, Bands bands) {
        return new Summary(
                finding(year),
                year.percentage() == null ? null : year.percentage() + "%",
                label(year.band(), bands),
                trend(year.trend()),
                List.of(
                        new Summary.Count("Sessions attended", year.attended()),
                        new Summary.Count("Absent with leave", year.authorisedAbsence()),
                        new Summary.Count("Absent without leave", year.unauthorisedAbsence()),
                        new Summary.Count("Late", year.lates()),
                        new Summary.Count("Late after the register closed", year.lateAfterClose())),
                notes(year));
    }

    private static String finding(AttendancePage year) {
        if (year.possible() == 0) {
            return "No session was possible yet this year";
        }
        int missed = year.possible() - year.attended();
        return missed == 0
                ? "Came to every one of " + Say.count(year.possible(), "session")
                : "Missed " + missed + " of " + Say.count(year.possible(), "session") + " this year";
    }

    private static @Nullable String label(@Nullable String id, Bands bands) {
        return bands.scale().stream()
                .filter(band -> band.id().equals(id))
                .map(Band::label)
                .findFirst()
                .orElse(id);
    }

    /** Points of the last four school weeks against the four before. */
    static @Nullable String trend(@Nullable BigDecimal points) {
        if (points == null) {
            return null;
        }
        String by = points.abs().toPlainString() + " points in four weeks";
        return points.signum() == 0 ? "Steady over four weeks" : (points.signum() > 0 ? "Up " : "Down ") + by;
    }

    private static List<String> notes(AttendancePage year) {
        List<String> notes = new ArrayList<>();
        if (year.severelyAbsent()) {
            notes.add("Severely absent");
        } else if (year.persistentlyAbsent()) {
            notes.add("Persistently absent");
        }
        if (year.provisional() && year.possible() > 0) {
            notes.add("Too few sessions yet to act on the band");
        }
        if (year.brokenWeeks() > 0) {
            notes.add(Say.count(year.brokenWeeks(), "broken week"));
        }
        return notes;
    }
}
