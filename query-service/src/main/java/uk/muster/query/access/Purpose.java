package uk.muster.query.access;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.muster.http.problem.Problem;

/** For what somebody looked, in the header {@value #HEADER}: one of these words, so that no child's name can stand in the log. */
public enum Purpose {
    SAFEGUARDING,
    FOLLOW_UP,
    PENALTY,
    REFERRAL,
    SUPPORT,
    PARENT_REQUEST,
    COMPLAINT,
    INSPECTION,
    OTHER,
    /** Nothing was said, on a page of the console: the kind of the look says which page. Nobody gives it. */
    CONSOLE;

    public static final String HEADER = "Muster-Purpose";

    /** Request attribute: the purpose of a request that says none in a header. */
    public static final String ATTRIBUTE = Purpose.class.getName();

    /** Those that somebody may give. */
    public static List<Purpose> given() {
        return Arrays.stream(values()).filter(purpose -> purpose != CONSOLE).toList();
    }

    /**
     * Null where none is given.
     *
     * @throws uk.muster.http.problem.ProblemException 400 for another word
     */
    public static @Nullable Purpose parse(@Nullable String header) {
        if (header == null) {
            return null;
        }
        return given().stream()
                .filter(purpose -> purpose.word().equals(header))
                .findFirst()
                .orElseThrow(() -> Problem.malformed(HEADER + " must be one of "
                                + given().stream().map(Purpose::word).collect(Collectors.joining(", "))
                                + ".")
                        .asException());
    }

    /** As the header writes it: {@code follow-up}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
