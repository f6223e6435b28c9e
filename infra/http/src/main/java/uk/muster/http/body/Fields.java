package uk.muster.http.body;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import uk.muster.http.convention.Times;
import uk.muster.kernel.identity.ContactId;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.Person;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.Upn;
import uk.muster.kernel.identity.Urn;

/**
 * The fields of one JSON object of a body. Each method reads one field and notes what is wrong with it, so that a refusal names everything
 * at once.
 *
 * <p>A required field at fault is read as its type's default ({@code null}, 0, {@code false}, an empty list). Such a value never gets
 * further: what a reader builds from it is dropped, an exception of its constructor included, and {@link Body#done()} refuses the request.
 * A field that is absent, JSON {@code null} or a blank string is missing: a fault where it is required, empty where it is optional.
 */
public sealed class Fields extends Reading permits Body, NestedFields {

    /** More than any list of choices of the contract can name. */
    private static final int MOST_CHOICES = 100;

    Fields(ObjectNode object, Faults faults) {
        super(object, faults);
    }

    /** Free text of {@code min} to {@code max} characters, line breaks allowed. */
    public String text(String name, int min, int max) {
        return asRead(text(name, requiredString(name), min, max, true));
    }

    public Optional<String> optionalText(String name, int min, int max) {
        return Optional.ofNullable(text(name, string(name), min, max, true));
    }

    /** Text of {@code min} to {@code max} characters on one line: a name, a code, a reference. */
    public String line(String name, int min, int max) {
        return asRead(text(name, requiredString(name), min, max, false));
    }

    public Optional<String> optionalLine(String name, int min, int max) {
        return Optional.ofNullable(text(name, string(name), min, max, false));
    }

    /**
     * A string that a parser understands.
     *
     * @param wanted what the parser wants, to follow "This must be ": {@code "an academic year such as 2026-27"}
     * @param parse throws {@link IllegalArgumentException} or {@link DateTimeException} for anything else
     */
    public <T> T value(String name, String wanted, Function<String, T> parse) {
        return asRead(parsed(name, requiredString(name), wanted, parse));
    }

    public <T> Optional<T> optionalValue(String name, String wanted, Function<String, T> parse) {
        return Optional.ofNullable(parsed(name, string(name), wanted, parse));
    }

    /** A school's URN, written as a string or as a number: both are the same six digits. */
    public Urn urn(String name) {
        JsonNode node = present(name);
        String text = node != null && node.isIntegralNumber() ? node.asString() : requiredString(name);
        return asRead(parsed(name, text, "a URN: six digits", Urn::parse));
    }

    public PupilId pupilId(String name) {
        return value(name, "1 to 64 of the characters A-Z a-z 0-9 . _ -", PupilId::new);
    }

    public GroupId groupId(String name) {
        return value(name, "1 to 32 of the characters A-Z a-z 0-9 . _ -", GroupId::new);
    }

    public ContactId contactId(String name) {
        return value(name, "1 to 32 of the characters A-Z a-z 0-9 . _ -", ContactId::new);
    }

    public Optional<ContactId> optionalContactId(String name) {
        return optionalValue(name, "1 to 32 of the characters A-Z a-z 0-9 . _ -", ContactId::new);
    }

    /** The answer to a question: a text of at most so many characters, true or false, or a number; as text. */
    public String answer(String name, int max) {
        JsonNode node = present(name);
        return node != null && (node.isBoolean() || node.isNumber()) ? node.asString() : text(name, 1, max);
    }

    /** As {@link #answer}, and missing means that there is none. */
    public Optional<String> optionalAnswer(String name, int max) {
        JsonNode node = present(name);
        return node != null && (node.isBoolean() || node.isNumber())
                ? Optional.of(node.asString())
                : optionalText(name, 1, max);
    }

    /** An array of {@code min} to {@code max} texts on one line, each of at most {@code longest} characters; items at fault are left out. */
    public List<String> lines(String name, int min, int max, int longest) {
        return lines(name, array(name, required(name), min, max), longest);
    }

    /** An amount from 0 to a million pounds, with two decimals at most; whole pounds are given without. */
    public Optional<BigDecimal> optionalPounds(String name) {
        return Optional.ofNullable(pounds(name, present(name)));
    }

    /** A unique pupil number with its check letter. */
    public Upn upn(String name) {
        return value(name, "a UPN whose check letter is right", Upn::new);
    }

    /** The person who acted: {@code id}, {@code name} and {@code position}, all of them required. */
    public Person person(String name) {
        return object(name, Fields::asPerson);
    }

    public Optional<Person> optionalPerson(String name) {
        return optionalObject(name, Fields::asPerson);
    }

    /** An ISO local date of the years 0000 to 9999. */
    public LocalDate date(String name) {
        return value(name, Times.DATE_WANTED, Times::date);
    }

    public Optional<LocalDate> optionalDate(String name) {
        return optionalValue(name, Times.DATE_WANTED, Times::date);
    }

    /** An ISO 8601 instant with offset, cut to microseconds. */
    public Instant instant(String name) {
        return value(name, Times.INSTANT_WANTED, Times::instant);
    }

    public Optional<Instant> optionalInstant(String name) {
        return optionalValue(name, Times.INSTANT_WANTED, Times::instant);
    }

    /** A whole number from {@code min} to {@code max}, both included. */
    public int integer(String name, int min, int max) {
        return inRange(name, required(name), min, max).orElse(0);
    }

    public OptionalInt optionalInteger(String name, int min, int max) {
        return inRange(name, present(name), min, max);
    }

    /** One of the constants of an enum, by name. */
    public <E extends Enum<E>> E enumOf(String name, Class<E> type) {
        return asRead(constant(name, requiredString(name), type));
    }

    public <E extends Enum<E>> Optional<E> optionalEnum(String name, Class<E> type) {
        return Optional.ofNullable(constant(name, string(name), type));
    }

    /** An array of constants of an enum, by name, each counted once. */
    public <E extends Enum<E>> Set<E> enums(String name, Class<E> type) {
        Set<E> constants = EnumSet.noneOf(type);
        int index = 0;
        for (JsonNode choice : array(name, required(name), 0, MOST_CHOICES)) {
            String pointer = pointer(name) + "/" + index++;
            E constant = choice.isString() ? constant(choice.stringValue(), type) : null;
            if (constant != null) {
                constants.add(constant);
            } else if (choice.isString()) {
                faults.invalid(pointer, "This must be " + oneOf(type) + ".");
            } else {
                faults.wrongType(pointer, "This must be a string.");
            }
        }
        return constants;
    }

    /** An array of {@code min} to {@code max} objects, in order; items at fault are left out. */
    public <T> List<T> list(String name, int min, int max, Function<Fields, T> item) {
        return items(name, required(name), min, max, item);
    }

    /** As {@link #list}, and missing means none. */
    public <T> List<T> optionalList(String name, int max, Function<Fields, T> item) {
        return items(name, present(name), 0, max, item);
    }

    public boolean bool(String name) {
        return truth(name, required(name));
    }

    /** As {@link #bool}, and missing means false. */
    public boolean optionalBool(String name) {
        return truth(name, present(name));
    }

    private boolean truth(String name, @Nullable JsonNode node) {
        if (node != null && !node.isBoolean()) {
            wrongType(name, "true or false");
        }
        return node != null && node.asBoolean(false);
    }

    public <T> T object(String name, Function<Fields, T> reader) {
        return asRead(nested(name, required(name), reader));
    }

    public <T> Optional<T> optionalObject(String name, Function<Fields, T> reader) {
        return Optional.ofNullable(nested(name, present(name), reader));
    }

    /** An object that is read elsewhere, such as a policy overlay. */
    public Optional<ObjectNode> optionalTree(String name) {
        return Optional.ofNullable(objectNode(name, present(name)));
    }

    /** Whether nothing that was read of this body so far is at fault. */
    public boolean isWhole() {
        return faults.count() == 0;
    }

    /** A rule of the domain that a field breaks. */
    public void fault(String name, String message) {
        faults.invalid(pointer(name), message);
    }

    /** A rule that something deeper in this body breaks; {@code pointer} is absolute. */
    public void faultAt(String pointer, String message) {
        faults.invalid(pointer, message);
    }

    /** A value of the wrong JSON type deeper in this body; {@code pointer} is absolute. */
    public void wrongTypeAt(String pointer, String message) {
        faults.wrongType(pointer, message);
    }

    /** A rule of the domain that this object breaks as a whole. */
    public void fault(String message) {
        faults.invalid(pointer(), message);
    }

    /** Builds a value from fields, or gives null when a fault was noted: then even the exception of a constructor is its consequence. */
    static <T> @Nullable T build(Fields fields, Function<Fields, T> reader) {
        int before = fields.faults.count();
        try {
            T value = reader.apply(fields);
            return fields.faults.count() == before ? value : null;
        } catch (RuntimeException e) {
            if (fields.faults.count() == before) {
                throw e;
            }
            return null;
        }
    }

    /** A value on its way to a reader; null stands for one at fault until the body is refused. */
    @NullUnmarked
    static <T> T asRead(@Nullable T value) {
        return value;
    }

    /** This object as a person: {@code id}, {@code name} and {@code position}, all of them required. */
    public Person asPerson() {
        return new Person(
                line("id", 1, Person.LONGEST), line("name", 1, Person.LONGEST), line("position", 1, Person.LONGEST));
    }

    private <T> @Nullable T nested(String name, @Nullable JsonNode node, Function<Fields, T> reader) {
        ObjectNode child = objectNode(name, node);
        return child == null ? null : build(new NestedFields(child, this, name, NestedFields.NO_ITEM), reader);
    }

    private <T> List<T> items(String name, @Nullable JsonNode node, int min, int max, Function<Fields, T> reader) {
        Collection<JsonNode> nodes = array(name, node, min, max);
        List<T> items = new ArrayList<>(nodes.size());
        int index = 0;
        for (JsonNode each : nodes) {
            if (each instanceof ObjectNode child) {
                T item = build(new NestedFields(child, this, name, index), reader);
                if (item != null) {
                    items.add(item);
                }
            } else {
                faults.wrongType(pointer(name) + "/" + index, "This must be an object.");
            }
            index++;
        }
        return Collections.unmodifiableList(items);
    }
}
