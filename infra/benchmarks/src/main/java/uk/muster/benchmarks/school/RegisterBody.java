package uk.muster.benchmarks.school;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import uk.muster.benchmarks.load.RequestBuffer;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.identity.SessionHalf;

/** The body of a register's {@code PUT}: taken at five past nine or five past one by the class's teacher. */
public final class RegisterBody {

    private static final LocalTime MORNING = LocalTime.of(9, 5);
    private static final LocalTime AFTERNOON = LocalTime.of(13, 5);
    private static final byte[] END = ascii("]}");

    private RegisterBody() {}

    /** @param drawn indexes of codes, one for each pupil of the class */
    public static void write(
            RequestBuffer out,
            Classroom classroom,
            LocalDate day,
            SessionHalf half,
            NationalMarks marks,
            byte[] drawn) {
        boolean morning = half == SessionHalf.AM;
        out.add(
                ascii(
                        "{\"takenAt\":\"" + London.at(day, morning ? MORNING : AFTERNOON)
                                + "\",\"takenBy\":{\"id\":\"t-1\",\"name\":\"A. Teacher\",\"position\":\"Class teacher\"},\"marks\":["));
        for (int i = 0; i < drawn.length; i++) {
            out.add(ascii((i == 0 ? "" : ",")
                            + "{\"pupilId\":\"p%05d\",\"code\":\"".formatted(classroom.firstPupil() + i)))
                    .add(morning ? marks.end(drawn[i]) : marks.afternoonEnd(drawn[i]));
        }
        out.add(END);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
