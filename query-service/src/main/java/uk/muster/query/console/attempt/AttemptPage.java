package uk.muster.query.console.attempt;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import uk.muster.kernel.event.AbsenceEvent.Channel;
import uk.muster.kernel.event.AbsenceEvent.Outcome;
import uk.muster.kernel.event.AbsenceEvent.Purpose;
import uk.muster.query.console.child.Identity;
import uk.muster.query.console.command.Form;
import uk.muster.query.console.shell.Say;

/**
 * The form for an attempt.
 *
 * @param name the child's
 * @param child address of the child's page
 * @param contacts whom there is to reach, and that it was somebody else
 */
public record AttemptPage(
        String name,
        String child,
        Form form,
        List<Option> contacts,
        List<Option> channels,
        List<Option> outcomes,
        List<Option> purposes) {

    /** One of several to choose from; an empty value leaves the field out of what is sent. */
    public record Option(String value, String label) {}

    static AttemptPage of(Identity child, Form form) {
        Stream<Option> adults = child.contacts().stream()
                .map(adult -> new Option(adult.id(), adult.name() + ", " + adult.relationship()));
        return new AttemptPage(
                child.name(),
                "/schools/" + child.urn() + "/pupils/" + child.pupilId(),
                form,
                Stream.concat(adults, Stream.of(new Option("", "Somebody else")))
                        .toList(),
                options(Channel.values()),
                options(Outcome.values()),
                options(Purpose.values()));
    }

    private static List<Option> options(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> new Option(value.name(), label(value.name())))
                .toList();
    }

    private static String label(String name) {
        return name.equals(Channel.SMS.name()) ? "Text message" : Say.phrase(name);
    }
}
