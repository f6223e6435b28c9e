package uk.muster.command.retention;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import uk.muster.command.retention.RetentionCommand.PlaceHold;
import uk.muster.command.retention.RetentionCommand.ReleaseHold;
import uk.muster.http.body.Fields;
import uk.muster.kernel.event.RetentionEvent.HoldKind;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.identity.Person;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;

/** Bodies of requests about retention, read into commands. */
public final class RetentionRequests {

    private static final int LONGEST_REASON = 1_000;
    private static final int MOST_PUPILS = 1_000_000;
    private static final String YEAR = "an academic year such as 2026-27";

    private RetentionRequests() {}

    /**
     * {@code kind}, {@code pupilId?}, {@code academicYear?}, {@code reason}, {@code author}.
     *
     * @param numberOf finds the number of a pupil of the school, or refuses
     */
    public static PlaceHold placing(Urn urn, Fields body, Function<PupilId, PupilNumber> numberOf) {
        HoldKind kind = body.enumOf("kind", HoldKind.class);
        Optional<PupilId> pupil =
                body.optionalValue("pupilId", "1 to 64 of the characters A-Z a-z 0-9 . _ and -", PupilId::new);
        Optional<AcademicYear> year = body.optionalValue("academicYear", YEAR, AcademicYear::parse);
        String reason = body.text("reason", 1, LONGEST_REASON);
        Person author = body.person("author");
        return new PlaceHold(urn, kind, pupil.map(numberOf), year, reason, author);
    }

    /** {@code reason}, {@code author}. */
    public static ReleaseHold releasing(Urn urn, UUID holdId, Fields body) {
        return new ReleaseHold(urn, holdId, body.text("reason", 1, LONGEST_REASON), body.person("author"));
    }

    /** What a person confirms: {@code academicYear}, {@code pupils} (how many they saw in the schedule), {@code author}. */
    public record Confirmation(AcademicYear academicYear, int pupils, Person author) {}

    public static Confirmation confirming(Fields body) {
        return new Confirmation(
                body.value("academicYear", YEAR, AcademicYear::parse),
                body.integer("pupils", 0, MOST_PUPILS),
                body.person("author"));
    }
}
