package uk.muster.query.console.register;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.query.audit.RegisterChecks;
import uk.muster.query.console.shell.Say;

/**
 * What was checked of a register when its page was made, and what was not.
 *
 * @param css a class of the stylesheet
 * @param register which of the week
 * @param details what was found, in sentences
 */
public record CheckBadge(String css, String register, String finding, List<String> details) {

    private static final String NOT_CHECKED =
            "Not checked here: the checkpoint’s signature, that these facts are what was signed, and that none of the school’s is missing. "
                    + "An auditor’s export shows all of it, and anyone can check that with the verifier.";

    /** Null for a register in which nothing was recorded. */
    static @Nullable CheckBadge of(RegisterId id, RegisterChecks checks) {
        String register =
                Say.day(id.session().date()) + ", " + Say.half(id.session().half());
        try {
            RegisterChecks.Found found = checks.check(id);
            return found.facts() == 0 ? null : of(register, found);
        } catch (DataAccessException _) {
            return new CheckBadge(
                    "mu-check--away", register, "Not checked", List.of("The ledger does not answer now."));
        }
    }

    static CheckBadge of(String register, RegisterChecks.Found found) {
        boolean one = found.facts() == 1;
        if (!found.broken().isEmpty()) {
            String positions = found.broken().stream().map(String::valueOf).collect(Collectors.joining(", "));
            return new CheckBadge(
                    "mu-check--broken",
                    register,
                    found.broken().size() + " of " + Say.count(found.facts(), "fact") + " of this register "
                            + (found.broken().size() == 1 ? "does" : "do") + " not hold",
                    List.of(
                            "The hash is not that of what is stored, or the fact does not follow the one before, at position "
                                    + positions + " of the ledger. Tell whoever keeps the ledger, and change nothing.",
                            NOT_CHECKED));
        }
        return new CheckBadge(
                "mu-check--holds",
                register,
                one ? "The one fact of this register holds" : "The " + found.facts() + " facts of this register hold",
                List.of(
                        (one
                                        ? "Its hash in the ledger is that of its content. "
                                        : "Each hash in the ledger is that of its content, and they follow one another. ")
                                + covered(found),
                        NOT_CHECKED));
    }

    private static String covered(RegisterChecks.Found found) {
        if (found.signed() == null) {
            return "No checkpoint is signed yet.";
        }
        String newest =
                "The newest signed checkpoint, of the ledger’s first " + Say.count(found.signed(), "fact") + ", ";
        if (found.covered() == 0) {
            return newest + "is older.";
        }
        return found.covered() == found.facts()
                ? newest + "reaches over " + (found.facts() == 1 ? "it." : "them.")
                : newest + "reaches over " + found.covered() + " of them; the others are younger.";
    }
}
