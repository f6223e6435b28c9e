package uk.muster.query.console.attempt;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.identity.Person;
import uk.muster.query.console.command.Form;

/** The body of {@code POST .../contact-attempts}; what is left out or wrong in it, command-service says. */
record Attempt(
        Instant at,
        @Nullable String channel,
        @Nullable String contactId,
        @Nullable String outcome,
        @Nullable String purpose,
        @Nullable String note,
        Person author) {

    static Attempt of(Form form, Instant at, Person author) {
        return new Attempt(
                at,
                form.filled("channel").orElse(null),
                form.filled("contactId").orElse(null),
                form.filled("outcome").orElse(null),
                form.filled("purpose").orElse(null),
                form.filled("note").orElse(null),
                author);
    }
}
