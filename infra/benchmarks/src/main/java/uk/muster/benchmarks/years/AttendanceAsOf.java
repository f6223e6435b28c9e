package uk.muster.benchmarks.years;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;
import uk.muster.kernel.identity.SessionHalf;

/** A pupil's attendance of a school year: every session and what it comes to. */
record AttendanceAsOf(School school) implements AsOfQuestion {

    private static final int AIM = 50;

    @Override
    public String name() {
        return "pupilYear";
    }

    @Override
    public int aim() {
        return AIM;
    }

    @Override
    public Asked draw(SplittableRandom random) {
        PupilYear asked = PupilYear.draw(school, random);
        return new Asked(
                asked.path() + "/attendance?academicYear="
                        + school.time().calendar(asked.year()).year() + "&" + asked.asOf(),
                answer -> isRight(answer, asked));
    }

    private boolean isRight(JsonNode answer, PupilYear asked) {
        List<String> said = new ArrayList<>();
        for (JsonNode session : answer.path("sessions")) {
            said.add(session.path("date").asString("") + "/"
                    + session.path("session").asString("") + " "
                    + session.path("code").asString(""));
        }
        List<String> posted = new ArrayList<>();
        for (int day = asked.firstDay(); day <= asked.lastKnownDay(); day++) {
            for (SessionHalf half : SessionHalf.values()) {
                posted.add(school.time().date(day) + "/" + half + " " + asked.code(day, half));
            }
        }
        return said.equals(posted);
    }
}
