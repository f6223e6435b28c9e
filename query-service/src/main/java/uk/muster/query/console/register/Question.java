package uk.muster.query.console.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.muster.http.convention.Times;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.console.shell.Say;

/**
 * The register that somebody asks for, and as of when.
 *
 * @param asOf inclusive; null for now
 */
record Question(RegisterId chosen, @Nullable Instant asOf, Sight sight) {

    Urn urn() {
        return chosen.urn();
    }

    GroupId group() {
        return chosen.group();
    }

    LocalDate date() {
        return chosen.session().date();
    }

    Instant instant() {
        return Objects.requireNonNullElse(asOf, Instant.MAX);
    }

    boolean isOfNow() {
        return asOf == null;
    }

    /** The instant as an address has it; null for now. */
    @Nullable
    String printed() {
        return asOf == null ? null : Times.print(asOf);
    }

    /** The instant in words; null for now. */
    @Nullable
    String said() {
        return asOf == null ? null : Say.moment(asOf);
    }
}
