package uk.muster.simulator.term;

import java.util.List;
import java.util.Set;
import uk.muster.simulator.chance.Chance;

/**
 * One way in which sessions come to bear a code: an illness of one to five days, an appointment of one session, a part-time timetable.
 *
 * @param code the code of each session of the spell
 * @param part the share of the code's national rate that comes about in this way, 0 to 1; a code's parts add up to 1
 * @param halves which sessions of a day bear the code
 * @param lengths in school days, with their odds
 * @param season when in a half term it begins
 * @param leaning how far it falls on the pupils who are absent more than others
 * @param years the year groups it happens to; empty for all
 */
record SpellKind(
        String code,
        double part,
        Halves halves,
        List<Length> lengths,
        Season season,
        Leaning leaning,
        Set<String> years) {

    enum Halves {
        BOTH,
        MORNING,
        AFTERNOON
    }

    enum Season {
        /** As absence altogether: more on Fridays and in the last week of a half term. */
        ABSENCE,
        /** As holidays: bunched at both ends of a half term. */
        HOLIDAY,
        /** Alike on every day. */
        EVEN
    }

    enum Leaning {
        FULL,
        HALF,
        NONE
    }

    record Length(int days, double odds) {}

    /** What happens to pupils, over the codes with a published rate but V (whole classes go) and N (a first entry, not a fact). */
    static final List<SpellKind> ALL = List.of(
            absence("I", Season.ABSENCE, Leaning.HALF, "1:42 2:27 3:16 4:9 5:6"),
            absence("O", Season.ABSENCE, Leaning.FULL, "1:52 2:21 3:12 5:9 10:5 20:1"),
            absence("G", Season.HOLIDAY, Leaning.NONE, "1:25 2:20 3:15 5:30 10:10"),
            absence("C", Season.HOLIDAY, Leaning.NONE, "1:60 2:25 3:15"),
            absence("E", Season.ABSENCE, Leaning.FULL, "1:40 2:30 3:20 5:10"),
            absence("R", Season.EVEN, Leaning.NONE, "1:100"),
            absence("T", Season.EVEN, Leaning.NONE, "10:100"),
            absence("C1", Season.EVEN, Leaning.NONE, "1:100"),
            part("M", 0.45, Halves.MORNING, Leaning.NONE),
            part("M", 0.35, Halves.AFTERNOON, Leaning.NONE),
            part("M", 0.20, Halves.BOTH, Leaning.NONE),
            part("J1", 1, Halves.AFTERNOON, Leaning.NONE),
            new SpellKind("C2", 1, Halves.AFTERNOON, lengths("15:100"), Season.EVEN, Leaning.NONE, Set.of()),
            part("L", 0.85, Halves.MORNING, Leaning.FULL),
            part("L", 0.15, Halves.AFTERNOON, Leaning.FULL),
            part("U", 0.85, Halves.MORNING, Leaning.FULL),
            part("U", 0.15, Halves.AFTERNOON, Leaning.FULL),
            part("B", 1, Halves.BOTH, Leaning.NONE),
            part("P", 1, Halves.AFTERNOON, Leaning.NONE),
            absence("K", Season.EVEN, Leaning.NONE, "10:100"),
            new SpellKind("W", 1, Halves.BOTH, lengths("5:100"), Season.EVEN, Leaning.NONE, Set.of("10")),
            new SpellKind("S", 1, Halves.BOTH, lengths("1:50 3:50"), Season.EVEN, Leaning.NONE, Set.of("11")));

    boolean happensTo(String yearGroup) {
        return years.isEmpty() || years.contains(yearGroup);
    }

    double meanDays() {
        return lengths.stream().mapToDouble(l -> l.days() * l.odds()).sum();
    }

    double meanSessions() {
        return halves == Halves.BOTH ? 2 * meanDays() : meanDays();
    }

    int days(Chance chance) {
        double u = chance.uniform();
        for (Length length : lengths) {
            u -= length.odds();
            if (u < 0) {
                return length.days();
            }
        }
        return lengths.getLast().days();
    }

    /** The factor for a pupil of the given leaning; its mean over a roll is 1. */
    double factor(double pupilLeaning) {
        return switch (leaning) {
            case FULL -> pupilLeaning;
            case HALF -> (1 + pupilLeaning) / 2;
            case NONE -> 1;
        };
    }

    private static SpellKind absence(String code, Season season, Leaning leaning, String lengths) {
        return new SpellKind(code, 1, Halves.BOTH, lengths(lengths), season, leaning, Set.of());
    }

    private static SpellKind part(String code, double part, Halves halves, Leaning leaning) {
        return new SpellKind(code, part, halves, lengths("1:100"), Season.EVEN, leaning, Set.of());
    }

    /** Reads {@code days:percent days:percent}. */
    private static List<Length> lengths(String text) {
        return List.of(text.split(" ")).stream()
                .map(pair -> pair.split(":", 2))
                .map(pair -> new Length(Integer.parseInt(pair[0]), Integer.parseInt(pair[1]) / 100.0))
                .toList();
    }
}
