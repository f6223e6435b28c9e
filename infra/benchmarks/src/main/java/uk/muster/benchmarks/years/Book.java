package uk.muster.benchmarks.years;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import uk.muster.benchmarks.school.Classroom;
import uk.muster.benchmarks.school.NationalMarks;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;

/**
 * All that is ever entered and amended, drawn from the options alone: what is posted, and what an answer is held against. Registers are numbered session by
 * session, line by line. Every N is settled on the next school day; a few other marks of the last days are put right.
 */
final class Book {

    private static final String UNKNOWN = "N";
    private static final String LATE = "L";
    private static final String ILL = "I";
    private static final List<String> SETTLED = List.of(ILL, "O", ILL, LATE, "M");
    private static final List<String> PRESENT = List.of("/", "\\");
    private static final int LOOKED_BACK = 5;

    private final Forms forms;
    private final SchoolTime time;
    private final NationalMarks marks;
    private final List<List<Correction>> byDay = new ArrayList<>();
    private final Map<Integer, List<Correction>> byRegister = new HashMap<>();

    Book(Forms forms, SchoolTime time, NationalMarks marks, int correctionsOfADay, long seed) {
        this.forms = forms;
        this.time = time;
        this.marks = marks;
        SplittableRandom random = new SplittableRandom(seed);
        for (int day = 0; day < time.days(); day++) {
            byDay.add(new ArrayList<>());
            if (day > 0) {
                settle(day);
                correct(day, correctionsOfADay, random);
            }
        }
    }

    int registers() {
        return time.days() * registersOfADay();
    }

    int registersOfADay() {
        return 2 * forms.lines();
    }

    long corrections() {
        return byDay.stream().mapToLong(List::size).sum();
    }

    int dayOf(int register) {
        return register / registersOfADay();
    }

    int lineOf(int register) {
        return register % forms.lines();
    }

    int register(int day, SessionHalf half, int line) {
        return (2 * day + (half == SessionHalf.AM ? 0 : 1)) * forms.lines() + line;
    }

    SessionKey session(int register) {
        return new SessionKey(
                time.date(dayOf(register)), register / forms.lines() % 2 == 0 ? SessionHalf.AM : SessionHalf.PM);
    }

    Classroom classroom(int register) {
        return forms.classroom(lineOf(register), time.yearOf(dayOf(register)));
    }

    /** {@code /api/v1/schools/900001/registers/2026-09-02/AM/7A}. */
    String path(int register) {
        Classroom classroom = classroom(register);
        return "/api/v1/schools/" + classroom.urn() + "/registers/" + session(register) + "/" + classroom.group();
    }

    /** What was entered first, by place. */
    byte[] drawn(int register) {
        return marks.draw(classroom(register), lineOf(register), register / forms.lines());
    }

    /** What the register said after a day, by place. */
    List<String> codes(int register, int day) {
        SessionHalf half = session(register).half();
        List<String> codes = new ArrayList<>(Classroom.SIZE);
        for (byte code : drawn(register)) {
            codes.add(half == SessionHalf.PM && marks.code(code).equals("/") ? "\\" : marks.code(code));
        }
        correctionsOf(register).filter(each -> each.day() <= day).forEach(each -> codes.set(each.place(), each.to()));
        return codes;
    }

    /** What is amended on a day. */
    List<Correction> correctionsOn(int day) {
        return byDay.get(day);
    }

    /** What was ever amended in a register, in order. */
    Stream<Correction> correctionsOf(int register) {
        return byRegister.getOrDefault(register, List.of()).stream();
    }

    private void settle(int day) {
        int first = (day - 1) * registersOfADay();
        for (int register = first; register < first + registersOfADay(); register++) {
            byte[] drawn = drawn(register);
            for (int place = 0; place < drawn.length; place++) {
                if (marks.code(drawn[place]).equals(UNKNOWN)) {
                    add(new Correction(
                            day, register, place, UNKNOWN, SETTLED.get((register + place) % SETTLED.size())));
                }
            }
        }
    }

    private void correct(int day, int count, SplittableRandom random) {
        int from = Math.max(time.firstDay(time.yearOf(day)), day - LOOKED_BACK) * registersOfADay();
        int until = day * registersOfADay();
        for (int i = 0; i < count && from < until; i++) {
            int register = random.nextInt(from, until);
            int place = random.nextInt(Classroom.SIZE);
            String now = codes(register, day).get(place);
            boolean settled = correctionsOf(register).anyMatch(each -> each.place() == place);
            if (!settled && !now.equals(UNKNOWN)) {
                add(new Correction(day, register, place, now, instead(now)));
            }
        }
    }

    private static String instead(String code) {
        if (PRESENT.contains(code)) {
            return LATE;
        }
        return code.equals(ILL) ? "M" : ILL;
    }

    private void add(Correction correction) {
        byDay.get(correction.day()).add(correction);
        byRegister
                .computeIfAbsent(correction.register(), _ -> new ArrayList<>(1))
                .add(correction);
    }
}
