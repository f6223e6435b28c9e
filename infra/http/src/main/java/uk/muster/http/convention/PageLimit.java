package uk.muster.http.convention;

import uk.muster.http.problem.Problem;

/**
 * How many items a page has at most: {@code limit}, 1 to 1,000. A controller takes it as
 * {@code @RequestParam(defaultValue = PageLimit.DEFAULT) PageLimit limit}.
 */
public record PageLimit(int value) {

    /** The limit where none is given. */
    public static final String DEFAULT = "100";

    public static final int MOST = 1_000;

    /** @throws uk.muster.http.problem.ProblemException 422 when it is not 1 to 1,000 */
    public PageLimit {
        if (value < 1 || value > MOST) {
            throw Problem.invalid("limit must be a whole number from 1 to 1000.")
                    .asException();
        }
    }

    /** @throws uk.muster.http.problem.ProblemException 400 when the text is not a whole number, 422 when it is not 1 to 1,000 */
    public static PageLimit parse(String text) {
        int value;
        try {
            value = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw Problem.malformed("limit must be a whole number from 1 to 1000.")
                    .asException();
        }
        return new PageLimit(value);
    }
}
