package uk.muster.query.console.audit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.muster.query.access.Kind;
import uk.muster.query.access.LookLine;
import uk.muster.query.access.Purpose;
import uk.muster.query.console.shell.Say;

/**
 * A look as the auditor's page shows it.
 *
 * @param who as their token said
 * @param purpose as they gave it; null where they gave none
 * @param about the register, class, days and time that were asked for; empty where the pupils say it all
 * @param pupils by the MIS's ids
 */
record LookRow(String at, String who, String role, @Nullable String purpose, String what, String about, String pupils) {

    static LookRow of(LookLine look) {
        return new LookRow(
                Say.moment(look.at()),
                look.sub(),
                words(look.role()),
                purpose(look),
                kind(look.kind()),
                about(look),
                look.pupilIds().isEmpty() ? "The whole school" : String.join(", ", look.pupilIds()));
    }

    private static @Nullable String purpose(LookLine look) {
        String word = look.purpose();
        if (word == null) {
            return null;
        }
        return word.equals(Purpose.CONSOLE.word()) ? "not said, at the console" : words(word);
    }

    /** {@code safeguarding-lead} is {@code Safeguarding lead}. */
    private static String words(String slug) {
        return Say.phrase(slug.replace('-', '_'));
    }

    private static String kind(Kind kind) {
        return switch (kind) {
            case CHRONOLOGY -> "Chronology";
            case ATTENDANCE -> "Attendance of a year";
            case CHILD_PAGE -> "Page of a child";
            case REGISTER -> "Register";
            case CLASS_PAGE -> "Registers of a class";
            case REGISTERS -> "Registers, by a system that posts them";
            case EVIDENCE -> "Evidence pack";
            case AMENDMENTS -> "List of amendments";
            case EXPORT -> "Export of the ledger";
            case REPLAY -> "Replay";
        };
    }

    private static String about(LookLine look) {
        List<String> parts = new ArrayList<>();
        if (look.register() != null) {
            parts.add(Registers.words(look.register()));
        }
        if (look.group() != null) {
            parts.add(look.group().value());
        }
        if (look.from() != null && look.to() != null) {
            parts.add(Say.date(look.from()) + " to " + Say.date(look.to()));
        }
        if (look.asOf() != null) {
            parts.add("as it stood on " + Say.moment(look.asOf()));
        }
        return String.join(", ", parts);
    }
}
