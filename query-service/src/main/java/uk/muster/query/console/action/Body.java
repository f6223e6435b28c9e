package uk.muster.query.console.action;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import uk.muster.kernel.identity.Person;
import uk.muster.query.console.command.Form;

/** A command's body out of a form; what stands empty is left out. The members keep their order, so that the same form makes the same bytes. */
final class Body {

    private final Map<String, Object> members = new LinkedHashMap<>();
    private final Form form;

    Body(Form form, Person author) {
        this.form = form;
        members.put("author", author);
    }

    /** Fields whose names are members. */
    Body fields(String... fields) {
        for (String field : fields) {
            form.filled(field).ifPresent(value -> members.put(field, value));
        }
        return this;
    }

    Body set(String member, Object value) {
        members.put(member, value);
        return this;
    }

    /** A session out of its two fields, such as {@code from/date} and {@code from/session}. */
    Body session(String member) {
        Map<String, String> session = new LinkedHashMap<>();
        form.filled(member + "/date").ifPresent(date -> session.put("date", date));
        form.filled(member + "/session").ifPresent(half -> session.put("session", half));
        return set(member, session);
    }

    /** A whole number, or what stands there for command-service to refuse. */
    Body number(String field) {
        Optional<String> text = form.filled(field);
        text.ifPresent(value -> members.put(field, value.matches("[0-9]{1,9}") ? Integer.valueOf(value) : value));
        return this;
    }

    Map<String, Object> members() {
        return members;
    }
}
