package uk.muster.kernel.figures;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import uk.muster.kernel.code.AttendanceCode;
import uk.muster.kernel.code.AttendanceCodes;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;

/** A pupil's marks written out or drawn at random, one object each. */
record DrawnSessions(List<Mark> marks) implements MarkedSessions {

    /** A mark of a session; minutes -1 where none are known. */
    record Mark(SessionKey session, AttendanceCode code, int minutes, boolean counted) {

        boolean isPossible() {
            return counted && code.countsAsPossible();
        }

        boolean isAttended() {
            return counted && code.countsAsPresent();
        }
    }

    /** Codes of whole days from a Monday on, morning and afternoon alike, weekends left out. */
    static DrawnSessions days(LocalDate monday, String codes) {
        List<Mark> marks = new ArrayList<>();
        LocalDate date = monday;
        for (String code : codes.split(" ", -1)) {
            for (SessionHalf half : SessionHalf.values()) {
                marks.add(new Mark(
                        new SessionKey(date, half), AttendanceCodes.standard().get(code), -1, true));
            }
            date = date.plusDays(date.getDayOfWeek() == DayOfWeek.FRIDAY ? 3 : 1);
        }
        return new DrawnSessions(marks);
    }

    /** Up to so many weekdays, a few sessions without a mark, a few marks that count nowhere. */
    static DrawnSessions random(Random random, LocalDate first, int days) {
        List<String> codes = List.of("/", "/", "/", "/", "/", "\\", "L", "U", "I", "O", "N", "G", "B", "X", "Y1", "D");
        List<Mark> marks = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            LocalDate date = first.plusDays(day);
            for (SessionHalf half : SessionHalf.values()) {
                if (date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 && random.nextInt(20) > 0) {
                    String code = codes.get(random.nextInt(codes.size()));
                    marks.add(new Mark(
                            new SessionKey(date, half),
                            AttendanceCodes.standard().get(code),
                            code.equals("L") || code.equals("U") ? random.nextInt(60) : -1,
                            random.nextInt(30) > 0));
                }
            }
        }
        return new DrawnSessions(marks);
    }

    /** Those of some days, both ends inclusive. */
    List<Mark> between(LocalDate from, LocalDate to) {
        return marks.stream()
                .filter(mark -> !mark.session().date().isBefore(from)
                        && !mark.session().date().isAfter(to))
                .toList();
    }

    @Override
    public int size() {
        return marks.size();
    }

    @Override
    public int ordinal(int place) {
        return marks.get(place).session().ordinal();
    }

    @Override
    public AttendanceCode code(int place) {
        return marks.get(place).code();
    }

    @Override
    public int minutesLate(int place) {
        return marks.get(place).minutes();
    }

    @Override
    public boolean counts(int place) {
        return marks.get(place).counted();
    }
}
