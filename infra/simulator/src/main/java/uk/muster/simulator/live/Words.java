package uk.muster.simulator.live;

import java.util.List;
import uk.muster.simulator.chance.Chance;
import uk.muster.simulator.term.Silence;

/** What invented people say, with more detail or with less than a policy wants. */
final class Words {

    static final String LONG_ILLNESS = "Glandular fever; the surgery expects three weeks and more";

    private static final List<String> ILLNESSES = List.of(
            "Ill",
            "Unwell",
            "Not well",
            "A temperature since last night",
            "Sickness during the night; will stay at home for two days",
            "A heavy cold and a cough",
            "An ear infection, antibiotics from the surgery",
            "Migraine");

    private Words() {}

    static String report(Chance chance, String code) {
        return switch (code) {
            case "I" -> chance.oneOf(ILLNESSES);
            case "G" -> "We are away with the family";
            case "C" -> "A family funeral";
            default -> "Not coming in today";
        };
    }

    static String decision(String code, Silence silence) {
        return switch (code) {
            case "I" -> "The parent said that the child was unwell";
            case "G" -> "A family holiday for which no leave was granted";
            case "C" -> "Leave for exceptional circumstances, granted by the head";
            default ->
                silence.reachedOn().isPresent()
                        ? "The reason given is none for which leave is granted"
                        : "No reason was found within five school days";
        };
    }
}
