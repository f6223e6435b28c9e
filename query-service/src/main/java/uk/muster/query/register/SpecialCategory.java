package uk.muster.query.register;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.muster.http.identity.Caller;
import uk.muster.http.identity.Role;
import uk.muster.kernel.register.Entry;
import uk.muster.kernel.sealing.Sealed;

/**
 * Details that tell of health, religion, origin or detention (UK GDPR arts 9 and 10): those of I, M, C2 and Y6, of R, of T and of Y5. They are for
 * the safeguarding lead, the head and the auditor; the code itself is for everyone who may read the register.
 */
public final class SpecialCategory {

    private static final Set<String> CODES = Set.of("I", "M", "C2", "Y6", "R", "T", "Y5");

    private SpecialCategory() {}

    /** Whether a caller may read such details. */
    public static boolean isFor(Caller caller) {
        return seesSafeguarding(caller) || caller.isAny(Role.AUDITOR);
    }

    /** Whether a caller reads chronologies in full, with the notes of visits, escalations and safeguarding. */
    public static boolean seesSafeguarding(Caller caller) {
        return caller.isAny(Role.SAFEGUARDING_LEAD, Role.HEAD);
    }

    /** Whether a code tells of such things by itself. */
    public static boolean is(String code) {
        return CODES.contains(code);
    }

    /** Whether an entry says such a code, or ever did. */
    static boolean isIn(Entry entry) {
        return is(entry.original().code())
                || entry.amendments().stream().anyMatch(each -> is(each.fact().amendedCode()));
    }

    /** The detail of a code where it may be read, else null. */
    public static @Nullable Sealed readable(@Nullable Sealed detail, String code, boolean special) {
        return special || !is(code) ? detail : null;
    }
}
