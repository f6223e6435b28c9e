package uk.muster.query.console.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import uk.muster.http.problem.Fault;
import uk.muster.http.problem.Problem;

/**
 * A form as a person sees it: what stands in its fields, and what is wrong with it. A field is named as the member of the command's body that it
 * fills, so that a fault finds its field: {@code /channel} is of {@code channel}, {@code /from/date} of {@code from/date} or else {@code from}, and {@code /from} of
 * the first of its parts.
 *
 * @param key a form is recorded once under its key, however often it is sent; the hidden field {@value #KEY}
 * @param values what stands in each field, by name; every field of the form has an entry
 * @param faults what is wrong, in the order of the fields; those that concern no field come first
 */
public record Form(String key, Map<String, String> values, List<FormFault> faults) {

    /** Name of the hidden field that carries the key. */
    public static final String KEY = "form-key";

    private static final String KEY_REUSED = "/problems/idempotency-key-reused";

    public Form {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        faults = List.copyOf(faults);
    }

    /**
     * A form that nobody has filled in yet.
     *
     * @param values what stands in each field at first, empty where nothing does
     */
    public static Form fresh(Map<String, String> values) {
        return new Form(UUID.randomUUID().toString(), values, List.of());
    }

    /**
     * A form as a browser sent it. Other parameters than its fields are left aside.
     *
     * @param fields the names of all fields
     */
    public static Form sent(MultiValueMap<String, String> parameters, List<String> fields) {
        Map<String, String> values = new LinkedHashMap<>();
        fields.forEach(field -> values.put(
                field,
                Optional.ofNullable(parameters.getFirst(field)).orElse("").strip()));
        return new Form(keyOf(parameters.getFirst(KEY)), values, List.of());
    }

    /** What stands in a field; empty when nothing does. */
    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    /** The same, or empty when nothing stands there: for optional members of a body. */
    public Optional<String> filled(String field) {
        return Optional.of(value(field)).filter(text -> !text.isEmpty());
    }

    /** What is wrong with a field; null when nothing is. */
    public @Nullable String fault(String field) {
        return faults.stream()
                .filter(fault -> field.equals(fault.field()))
                .map(FormFault::message)
                .findFirst()
                .orElse(null);
    }

    public boolean isFaulty() {
        return !faults.isEmpty();
    }

    /** The form with a fault that the page itself finds. */
    public Form with(@Nullable String field, String message) {
        List<FormFault> more = new ArrayList<>(faults);
        more.add(new FormFault(field, message));
        return new Form(key, values, inOrder(more));
    }

    /** The form to be shown again after a refusal. It has a new key, for it will be another form when it is sent again. */
    public Form refused(Problem problem) {
        List<FormFault> found = new ArrayList<>();
        if (problem.type().equals(KEY_REUSED)) {
            found.add(new FormFault(
                    null,
                    "This form was recorded already, as it was filled in then. Look before you record it again."));
        } else if (problem.errors().isEmpty()) {
            found.add(new FormFault(null, problem.title() + ". " + problem.detail()));
        }
        problem.errors().forEach(fault -> found.add(new FormFault(fieldOf(fault), fault.message())));
        return new Form(UUID.randomUUID().toString(), values, inOrder(found));
    }

    /** The form to be shown again when no answer came. It keeps its key: sent again, it counts once. */
    public Form unanswered() {
        return with(null, "No answer came, so it may be recorded or not. Send it again: it is recorded once only.");
    }

    private @Nullable String fieldOf(Fault fault) {
        String pointed = fault.pointer().replaceFirst("^/", "");
        String name = pointed;
        while (!name.isEmpty() && !values.containsKey(name)) {
            name = name.substring(0, Math.max(0, name.lastIndexOf('/')));
        }
        return name.isEmpty() ? partOf(pointed) : name;
    }

    private @Nullable String partOf(String pointed) {
        return values.keySet().stream()
                .filter(field -> field.startsWith(pointed + "/"))
                .findFirst()
                .orElse(null);
    }

    private List<FormFault> inOrder(List<FormFault> found) {
        List<String> fields = new ArrayList<>(values.keySet());
        return found.stream()
                .sorted(Comparator.comparingInt(fault -> fields.indexOf(fault.field())))
                .toList();
    }

    /** A key that this page never gave out is no key of ours. */
    private static String keyOf(@Nullable String sent) {
        try {
            return UUID.fromString(String.valueOf(sent)).toString();
        } catch (IllegalArgumentException e) {
            return UUID.randomUUID().toString();
        }
    }
}
