package uk.muster.benchmarks.years;

import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;
import uk.muster.kernel.identity.AcademicYear;

/** A pupil's chronology of a school year, whole in one answer. */
record ChronologyAsOf(School school) implements AsOfQuestion {

    private static final int AIM = 50;

    /** The contract's most; a year has 380 marks. */
    private static final int LIMIT = 1_000;

    @Override
    public String name() {
        return "chronologyOfYear";
    }

    @Override
    public int aim() {
        return AIM;
    }

    @Override
    public Asked draw(SplittableRandom random) {
        PupilYear asked = PupilYear.draw(school, random);
        AcademicYear year = school.time().calendar(asked.year()).year();
        return new Asked(
                "%s/chronology?from=%s&to=%s&limit=%d&%s"
                        .formatted(asked.path(), year.firstDay(), year.lastDay(), LIMIT, asked.asOf()),
                answer -> isRight(answer, asked));
    }

    private static boolean isRight(JsonNode answer, PupilYear asked) {
        long days = asked.lastKnownDay() - asked.firstDay() + 1L;
        return count(answer, "MARK") == 2 * days && count(answer, "AMENDMENT") == asked.amendments();
    }

    private static long count(JsonNode answer, String kind) {
        return answer.path("items")
                .valueStream()
                .filter(item -> item.path("kind").asString("").equals(kind))
                .count();
    }
}
