package uk.muster.kernel.identity;

/**
 * A person who acts: the name and position that the law wants with every amendment (reg 6), and the id that the calling system knows them
 * by. Each 1 to 200 characters.
 */
public record Person(String id, String name, String position) {

    public static final int LONGEST = 200;
}
