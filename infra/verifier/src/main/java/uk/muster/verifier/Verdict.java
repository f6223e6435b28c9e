package uk.muster.verifier;

import java.util.OptionalLong;

/** What came of a check. */
public sealed interface Verdict {

    /** The answer in words, of one or more whole sentences. */
    String inWords();

    /** Everything that could be checked holds. */
    record Holds(String inWords) implements Verdict {}

    /**
     * Something is wrong.
     *
     * @param export which export
     * @param line the number of the first line that is wrong, from 1
     * @param position the position of it, as it says itself; empty when it says none
     * @param after the position before it in the export, 0 for none
     * @param why what is wrong
     */
    record Wrong(String export, long line, OptionalLong position, long after, String why) implements Verdict {

        @Override
        public String inWords() {
            String where = position.isPresent() ? "Position " + position.getAsLong() : "After position " + after;
            return where + " is wrong: " + why + ". (" + export + ", line " + line + ")";
        }
    }
}
