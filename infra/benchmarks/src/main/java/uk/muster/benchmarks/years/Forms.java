package uk.muster.benchmarks.years;

import java.util.stream.IntStream;
import uk.muster.benchmarks.school.Classroom;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.Urn;
import uk.muster.simulator.school.Phase;

/**
 * The forms of a secondary school: thirty pupils who stay together, are {@code 7A} in their first year and {@code 11A} in their last, and then leave. In
 * their place the next thirty come as {@code 7A}, so that there are as many forms in every year. A place that forms follow each other in is a line; those who
 * have held it are its generations.
 *
 * @param lines how many forms there are at a time
 */
record Forms(Urn urn, int lines) {

    private static final int FIRST_YEAR_GROUP = 7;
    private static final int YEAR_GROUPS = 5;

    /** Pupils are numbered form by form, those of the first generation first, from 1. */
    static String pupilId(int pupil) {
        return "p%05d".formatted(pupil);
    }

    static Forms ofPupils(Urn urn, int pupils) {
        return new Forms(urn, Math.ceilDiv(pupils, Classroom.SIZE));
    }

    /** Everyone who is ever on roll in so many years. */
    int everyone(int years) {
        return IntStream.range(0, lines)
                .map(line -> (generation(line, years - 1) + 1) * Classroom.SIZE)
                .sum();
    }

    /** How many generations any line has in so many years. */
    int generations(int years) {
        return IntStream.range(0, lines)
                        .map(line -> generation(line, years - 1))
                        .max()
                        .orElse(0)
                + 1;
    }

    int generation(int line, int year) {
        return (line % YEAR_GROUPS + year) / YEAR_GROUPS;
    }

    /** The year in which a generation comes; the first is there when the first year begins. */
    int joinsIn(int line, int generation) {
        return Math.max(0, generation * YEAR_GROUPS - line % YEAR_GROUPS);
    }

    /** The last year of a generation, which may be after all that are posted. */
    int leavesIn(int line, int generation) {
        return (generation + 1) * YEAR_GROUPS - line % YEAR_GROUPS - 1;
    }

    String yearGroup(int line, int year) {
        return Integer.toString(FIRST_YEAR_GROUP + (line % YEAR_GROUPS + year) % YEAR_GROUPS);
    }

    /** {@code 9C}; beyond the alphabet {@code 9A1}. */
    GroupId group(int line, int year) {
        int letter = line / YEAR_GROUPS;
        String round = letter < 26 ? "" : Integer.toString(letter / 26);
        return new GroupId(yearGroup(line, year) + (char) ('A' + letter % 26) + round);
    }

    int firstPupil(int line, int generation) {
        return 1 + (generation * lines + line) * Classroom.SIZE;
    }

    /** Compulsory school age ends during the last year. */
    Classroom classroom(int line, int year) {
        int generation = generation(line, year);
        return new Classroom(
                urn,
                0,
                group(line, year),
                firstPupil(line, generation),
                Phase.SECONDARY,
                leavesIn(line, generation) == year);
    }
}
