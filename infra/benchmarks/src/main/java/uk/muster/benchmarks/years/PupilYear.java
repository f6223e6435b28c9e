package uk.muster.benchmarks.years;

import java.util.SplittableRandom;
import uk.muster.benchmarks.school.Classroom;
import uk.muster.kernel.identity.SessionHalf;

/**
 * A pupil, a school year of theirs, and the last day of which anything was known.
 *
 * @param place in the form, from 0
 */
record PupilYear(School school, int line, int generation, int place, int year, int known) {

    /** Any pupil, any of their years, any day from the first of it to the last of all. */
    static PupilYear draw(School school, SplittableRandom random) {
        Forms forms = school.forms();
        SchoolTime time = school.time();
        int line = random.nextInt(forms.lines());
        int generation = random.nextInt(forms.generation(line, time.years() - 1) + 1);
        int place = random.nextInt(Classroom.SIZE);
        int last = Math.min(forms.leavesIn(line, generation), time.years() - 1);
        int year = random.nextInt(forms.joinsIn(line, generation), last + 1);
        return new PupilYear(school, line, generation, place, year, random.nextInt(time.firstDay(year), time.days()));
    }

    String path() {
        return "/api/v1/schools/" + school.forms().urn() + "/pupils/"
                + Forms.pupilId(school.forms().firstPupil(line, generation) + place);
    }

    String asOf() {
        return "asOf=" + school.time().nightAfter(known);
    }

    int firstDay() {
        return school.time().firstDay(year);
    }

    /** The last day of the year by then. */
    int lastKnownDay() {
        return Math.min(known, school.time().lastDay(year));
    }

    String code(int day, SessionHalf half) {
        return school.book()
                .codes(school.book().register(day, half, line), known)
                .get(place);
    }

    /** Amendments of the pupil's marks that were made in the year, and known then. */
    long amendments() {
        long count = 0;
        for (int day = firstDay(); day <= lastKnownDay(); day++) {
            count += school.book().correctionsOn(day).stream()
                    .filter(this::isOfPupil)
                    .count();
        }
        return count;
    }

    private boolean isOfPupil(Correction correction) {
        Book book = school.book();
        int yearOfMark = school.time().yearOf(book.dayOf(correction.register()));
        return correction.place() == place
                && book.lineOf(correction.register()) == line
                && school.forms().generation(line, yearOfMark) == generation;
    }
}
