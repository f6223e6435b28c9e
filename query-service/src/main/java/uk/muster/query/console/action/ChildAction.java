package uk.muster.query.console.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import uk.muster.http.identity.Caller;
import uk.muster.http.identity.Role;
import uk.muster.http.problem.Problem;
import uk.muster.kernel.code.AttendanceCode;
import uk.muster.kernel.code.AttendanceCodes;
import uk.muster.kernel.event.AbsenceEvent.Channel;
import uk.muster.kernel.event.AbsenceEvent.Destination;
import uk.muster.kernel.event.AbsenceEvent.Outcome;
import uk.muster.kernel.event.AbsenceEvent.Purpose;
import uk.muster.kernel.event.AbsenceEvent.VisitOutcome;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.query.console.action.Field.Kind;
import uk.muster.query.console.action.Field.Option;
import uk.muster.query.console.shell.Identity;
import uk.muster.query.console.shell.Say;

/** What can be recorded of a child. */
public enum ChildAction {
    CONTACT_ATTEMPT("Record a contact attempt", "contact-attempts"),
    HOME_VISIT("Record a home visit", "home-visits"),
    ABSENCE_DECISION("Decide about an absence", "absence-decisions"),
    ESCALATION("Pass a concern on", "escalations");

    private final String title;
    private final String command;

    ChildAction(String title, String command) {
        this.title = title;
        this.command = command;
    }

    /**
     * The action of a path, such as {@code contact-attempts}.
     *
     * @throws uk.muster.http.problem.ProblemException 404 where there is none, 403 where the caller may not
     */
    static ChildAction of(String path, Caller caller) {
        ChildAction found = Stream.of(values())
                .filter(action -> action.command.equals(path))
                .findFirst()
                .orElseThrow(() -> Problem.unknown("There is no such form.").asException());
        if (!found.isFor(caller)) {
            throw Problem.forbidden("None of the caller's roles may do this.").asException();
        }
        return found;
    }

    public boolean isFor(Caller caller) {
        return switch (this) {
            case CONTACT_ATTEMPT, HOME_VISIT, ABSENCE_DECISION -> true;
            case ESCALATION -> caller.isAny(Role.SAFEGUARDING_LEAD, Role.HEAD);
        };
    }

    public String title() {
        return title;
    }

    /** The last part of the page's path, and of the command's. */
    public String path() {
        return command;
    }

    /** Whether it happened at an instant. */
    boolean isTimed() {
        return this != ABSENCE_DECISION;
    }

    List<Field> fields(Identity child) {
        List<Field> fields = new ArrayList<>(
                switch (this) {
                    case CONTACT_ATTEMPT -> attempt(child);
                    case HOME_VISIT -> visit();
                    case ABSENCE_DECISION -> decision();
                    case ESCALATION ->
                        List.of(
                                Field.choice(
                                        "to", "Passed on to", Field.options(Destination.values(), ChildAction::name)),
                                Field.of(Kind.TEXT, "reason", "Reason", ""));
                });
        if (isTimed()) {
            fields.addAll(When.FIELDS);
        }
        return fields;
    }

    private static List<Field> attempt(Identity child) {
        List<Option> contacts = new ArrayList<>();
        child.contacts()
                .forEach(adult -> contacts.add(new Option(adult.id(), adult.name() + ", " + adult.relationship())));
        contacts.add(new Option("", "Nobody of these"));
        List<Option> purposes = new ArrayList<>(List.of(new Option("", "None in particular")));
        purposes.addAll(Field.options(Purpose.values(), ChildAction::name));
        return List.of(
                Field.choice("outcome", "What came of it", Field.options(Outcome.values(), ChildAction::name)),
                Field.choice("contactId", "Who was tried", contacts),
                Field.list("channel", "How", Field.options(Channel.values(), ChildAction::name)),
                Field.list("purpose", "What for", purposes),
                Field.of(Kind.TEXT, "note", "Note", ""));
    }

    private static List<Field> visit() {
        return List.of(
                Field.choice("outcome", "What came of it", Field.options(VisitOutcome.values(), ChildAction::name)),
                Field.of(Kind.LINE, "visitors/1/name", "Who came with you", "Leave empty if you went alone"),
                Field.of(Kind.LINE, "visitors/1/position", "Their position", ""),
                Field.of(Kind.LINE, "visitors/1/id", "Their staff number", ""),
                Field.of(Kind.TEXT, "note", "Note", "Who reads it: the safeguarding lead and the head"));
    }

    private static List<Field> decision() {
        List<Option> halves = Field.options(
                SessionHalf.values(), half -> Say.phrase(Say.half(half).toUpperCase(Locale.ROOT)));
        return List.of(
                Field.of(Kind.DATE, "from/date", "First day", "Every N from there to the last session is amended"),
                Field.list("from/session", "First session", halves),
                Field.of(Kind.DATE, "to/date", "Last day", ""),
                Field.list("to/session", "Last session", halves.reversed()),
                Field.list("code", "Code", codes()),
                Field.of(Kind.LINE, "detail", "Detail", "Wanted with B, C2, K and Y7"),
                Field.of(Kind.TEXT, "reason", "Reason", "What was said, by whom"));
    }

    /** Codes in force that say something of a pupil on roll, without the one that says nothing is known. */
    static List<Option> codes() {
        return AttendanceCodes.standard().all().stream()
                .filter(code ->
                        code.successor().isEmpty() && !List.of("N", "Z", "#").contains(code.symbol()))
                .map(ChildAction::option)
                .toList();
    }

    private static Option option(AttendanceCode code) {
        return new Option(code.symbol(), code.symbol() + " – " + code.description());
    }

    private static String name(Enum<?> value) {
        return switch (value.name()) {
            case "SMS" -> "Text message";
            case "APP" -> "App";
            case "SPOKE" -> "Spoke with them";
            case "VOICEMAIL" -> "Voicemail";
            case "SENT" -> "Sent a message";
            case "CONCERN" -> "A concern remains";
            case "LA" -> "Local authority";
            case "CME" -> "Children missing education";
            default -> Say.phrase(value.name());
        };
    }
}
