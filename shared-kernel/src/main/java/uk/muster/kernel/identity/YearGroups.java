package uk.muster.kernel.identity;

import java.util.Set;

/** National curriculum year groups as the contract writes them: nursery N1 and N2, reception R, and 1 to 13. */
public final class YearGroups {

    /** What whoever asks for another one is told. */
    public static final String NOT_ONE = "yearGroup must be one of N1, N2, R and 1 to 13.";

    private static final Set<String> ALL =
            Set.of("N1", "N2", "R", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13");

    private YearGroups() {}

    public static boolean isValid(String text) {
        return ALL.contains(text);
    }
}
