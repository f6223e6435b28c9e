package uk.muster.benchmarks.morning;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import uk.muster.benchmarks.load.RequestBuffer;
import uk.muster.benchmarks.school.Classroom;
import uk.muster.benchmarks.school.NationalMarks;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;

/**
 * The registers of some sessions, numbered through: number {@code n} is class {@code n mod classes}, in an order that jumps from school to
 * school, in session {@code n / classes}. Those to warm up with are days with their afternoons and then mornings alone, as those to measure are:
 * an absence without its afternoon takes other paths, which want to be compiled too.
 */
final class Mornings {

    private static final Map<SessionHalf, LocalTime> TAKEN =
            Map.of(SessionHalf.AM, LocalTime.of(9, 5), SessionHalf.PM, LocalTime.of(13, 5));
    /** About how far the next register's class is from the last one's. */
    private static final int JUMP = 7_919;

    private static final byte[] COMMA = {','};
    private static final byte[] END = {']', '}'};

    private final List<Classroom> classrooms;
    private final List<SessionKey> sessions;
    private final int warmUp;
    private final NationalMarks marks;
    private final byte[][] pupils;
    private final byte[][] heads;
    private final long jump;

    /**
     * @param days dates, each a school day
     * @param warmUp how many of them, the first, are to warm up with; two thirds of these have afternoons
     */
    Mornings(List<Classroom> classrooms, List<LocalDate> days, int warmUp, NationalMarks marks) {
        this.classrooms = classrooms;
        this.sessions = new ArrayList<>();
        int withAfternoons = warmUp * 2 / 3;
        days.subList(0, withAfternoons).forEach(day -> {
            sessions.add(new SessionKey(day, SessionHalf.AM));
            sessions.add(new SessionKey(day, SessionHalf.PM));
        });
        days.subList(withAfternoons, days.size()).forEach(day -> sessions.add(new SessionKey(day, SessionHalf.AM)));
        this.warmUp = withAfternoons + warmUp;
        this.marks = marks;
        int most = classrooms.stream()
                .mapToInt(c -> c.firstPupil() + Classroom.SIZE)
                .max()
                .orElse(0);
        this.jump = coprime(JUMP, classrooms.size());
        this.pupils = new byte[most][];
        for (int i = 0; i < most; i++) {
            pupils[i] = ascii("{\"pupilId\":\"" + pupilId(i) + "\",\"code\":\"");
        }
        this.heads = sessions.stream()
                .map(
                        session -> ascii(
                                "{\"takenAt\":\""
                                        + session.date()
                                                .atTime(TAKEN.get(session.half()))
                                                .atZone(London.ZONE)
                                                .toOffsetDateTime()
                                        + "\",\"takenBy\":{\"id\":\"t-1\",\"name\":\"A. Teacher\",\"position\":\"Class teacher\"},\"marks\":["))
                .toArray(byte[][]::new);
    }

    int count() {
        return classrooms.size() * sessions.size();
    }

    /** The number of the first that is measured. */
    int warmedUp() {
        return classrooms.size() * warmUp;
    }

    Classroom classroom(int number) {
        return classrooms.get(index(number));
    }

    /** As the ledger names it: {@code urn/date/session/group}. */
    String id(int number) {
        Classroom classroom = classroom(number);
        return classroom.urn() + "/" + session(number) + "/" + classroom.group();
    }

    String path(int number) {
        Classroom classroom = classroom(number);
        return "/api/v1/schools/" + classroom.urn() + "/registers/" + session(number) + "/" + classroom.group();
    }

    /** The codes of the class, in order of its pupils. */
    List<String> codes(int number) {
        byte[] drawn = marks.draw(classroom(number), index(number), number / classrooms.size());
        List<String> codes = new ArrayList<>(drawn.length);
        for (byte code : drawn) {
            codes.add(isAfternoon(number) ? marks.afternoonCode(code) : marks.code(code));
        }
        return codes;
    }

    String pupilId(int number) {
        return "p%05d".formatted(number);
    }

    /** Writes the body of the register's {@code PUT}. */
    void writeBody(int number, RequestBuffer out) {
        Classroom classroom = classroom(number);
        byte[] drawn = marks.draw(classroom, index(number), number / classrooms.size());
        out.add(heads[number / classrooms.size()]);
        for (int i = 0; i < drawn.length; i++) {
            if (i > 0) {
                out.add(COMMA);
            }
            out.add(pupils[classroom.firstPupil() + i])
                    .add(isAfternoon(number) ? marks.afternoonEnd(drawn[i]) : marks.end(drawn[i]));
        }
        out.add(END);
    }

    private SessionKey session(int number) {
        return sessions.get(number / classrooms.size());
    }

    private boolean isAfternoon(int number) {
        return session(number).half() == SessionHalf.PM;
    }

    private int index(int number) {
        return (int) (number % classrooms.size() * jump % classrooms.size());
    }

    /** The least number from {@code from} on without a divisor in common with {@code count}, so that every class comes once in a session. */
    private static int coprime(int from, int count) {
        return IntStream.iterate(from, n -> n + 1)
                .filter(n ->
                        BigInteger.valueOf(n).gcd(BigInteger.valueOf(count)).equals(BigInteger.ONE))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
