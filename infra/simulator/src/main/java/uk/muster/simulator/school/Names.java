package uk.muster.simulator.school;

import java.util.List;
import uk.muster.simulator.chance.Chance;

/** Plainly invented names: everyday forenames with surnames and streets that nobody has. */
final class Names {

    private static final List<String> FORENAMES = List.of(
            "Ada", "Amir", "Bea", "Ben", "Carys", "Caleb", "Dalia", "Dev", "Edie", "Emeka", "Faye", "Finn", "Grace",
            "Gil", "Hana", "Hugo", "Isla", "Idris", "Joni", "Jude", "Kezia", "Kit", "Lena", "Leo", "Maya", "Milo",
            "Nell", "Noor", "Orla", "Otis", "Priya", "Pavel", "Rosa", "Rafi", "Suki", "Sol", "Tess", "Tomasz", "Una",
            "Umar", "Vera", "Victor", "Willa", "Wes", "Yara", "Yusuf", "Zadie", "Zac");
    private static final List<String> SURNAME_HEADS = List.of(
            "Bramble", "Copper", "Dapple", "Ember", "Feather", "Gable", "Hazel", "Inkle", "Jasper", "Kettle", "Lantern",
            "Marble", "Nettle", "Otter", "Pebble", "Quill", "Russet", "Saffron", "Thistle", "Velvet");
    private static final List<String> SURNAME_TAILS =
            List.of("bury", "combe", "dale", "field", "garth", "mere", "ridge", "stead", "thwaite", "worth");
    private static final List<String> STREETS =
            List.of("Pencil Row", "Inkwell Lane", "Satchel Street", "Chalk Close", "Slate Road", "Register Avenue");

    private Names() {}

    static String forename(Chance chance) {
        return chance.oneOf(FORENAMES);
    }

    static String surname(Chance chance) {
        return chance.oneOf(SURNAME_HEADS) + chance.oneOf(SURNAME_TAILS);
    }

    static String address(Chance chance, String town) {
        return chance.between(1, 120) + " " + chance.oneOf(STREETS) + ", " + town;
    }

    /** A mobile number of the range that Ofcom keeps for fiction, 07700 900000 to 900999. */
    static String phone(Chance chance) {
        return "07700 900%03d".formatted(chance.between(0, 999));
    }
}
