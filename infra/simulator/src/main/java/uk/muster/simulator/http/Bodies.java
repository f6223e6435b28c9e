package uk.muster.simulator.http;

import java.time.LocalDate;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import uk.muster.kernel.calendar.SchoolCalendar;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.Person;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.simulator.school.Contact;
import uk.muster.simulator.school.Policy;
import uk.muster.simulator.school.Pupil;
import uk.muster.simulator.school.SchoolPlan;
import uk.muster.simulator.term.Action;
import uk.muster.simulator.term.Mark;

/** The bodies of the contract's commands. */
public final class Bodies {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final List<String> CONFIRMATIONS =
            List.of("NEW_SCHOOL_OFFERED", "NEW_SCHOOL_ACCEPTED", "LA_NOTIFIED", "LA_CONFIRMED", "LEAVER_FORM");

    private Bodies() {}

    /** A school of no trust with the least overlay that its profile needs. */
    public static String school(SchoolPlan plan) {
        return schoolNode(plan).toString();
    }

    /** The same, of a trust. */
    public static String school(SchoolPlan plan, String trust) {
        return schoolNode(plan).put("trust", trust).toString();
    }

    private static ObjectNode schoolNode(SchoolPlan plan) {
        ObjectNode body = JSON.createObjectNode()
                .put("name", plan.name())
                .put("laCode", plan.laCode())
                .put("phase", plan.phase().name())
                .put("policyProfile", plan.policy().profile());
        ObjectNode overlay = body.putObject("policyOverlay");
        sessions(overlay.putObject("sessions"), plan.policy());
        overlay.putArray("contacts")
                .addObject()
                .put("role", "attendance_officer")
                .put("name", plan.attendanceOfficer().name())
                .put("phone", "01632 960001");
        plan.responsibleOfficer()
                .ifPresent(officer -> person(overlay.putObject("register").putObject("responsible_officer"), officer));
        return body;
    }

    private static void sessions(ObjectNode sessions, Policy policy) {
        if (policy.overlayMorning()) {
            sessions.putObject("am")
                    .put("arrival_due", policy.arrivalDue().toString())
                    .put("register_open_from", policy.registerOpenFrom().toString())
                    .put("late_from", policy.lateFrom().toString())
                    .put("register_closes", policy.amCloses().toString());
        }
        sessions.putObject("pm")
                .put("start", policy.pmStart().toString())
                .put("register_closes", policy.pmCloses().toString());
    }

    public static String calendar(SchoolCalendar calendar) {
        ObjectNode body = JSON.createObjectNode();
        ArrayNode terms = body.putArray("terms");
        calendar.terms()
                .forEach(half -> terms.addObject()
                        .put("name", half.name())
                        .put("from", half.from().toString())
                        .put("to", half.to().toString()));
        ArrayNode closures = body.putArray("closures");
        calendar.closures()
                .forEach(closure -> closures.addObject()
                        .put("date", closure.date().toString())
                        .put("kind", closure.kind().name()));
        return body.toString();
    }

    public static String pupil(Pupil pupil) {
        return pupilIn(pupil, pupil.group()).toString();
    }

    public static String pupil(Pupil pupil, GroupId group, LocalDate groupFrom) {
        return pupilIn(pupil, group).put("groupFrom", groupFrom.toString()).toString();
    }

    private static ObjectNode pupilIn(Pupil pupil, GroupId group) {
        ObjectNode body = JSON.createObjectNode()
                .put("upn", pupil.upn().value())
                .put("forename", pupil.forename())
                .put("surname", pupil.surname())
                .put("dateOfBirth", pupil.dateOfBirth().toString())
                .put("yearGroup", pupil.yearGroup())
                .put("group", group.value())
                .put("admittedOn", pupil.admittedOn().toString())
                .put("enrolmentStatus", pupil.enrolment().status())
                .put("sex", pupil.sex())
                .put("address", pupil.address());
        ArrayNode contacts = body.putArray("contacts");
        pupil.contacts().forEach(contact -> contact(contacts.addObject(), contact));
        ArrayNode flags = body.putArray("flags");
        pupil.flags().forEach(flags::add);
        return body;
    }

    private static void contact(ObjectNode node, Contact contact) {
        node.put("id", contact.id().value())
                .put("name", contact.name())
                .put("relationship", contact.relationship())
                .put("phone", contact.phone())
                .put("email", contact.email())
                .put("priority", contact.priority())
                .put("livesWith", contact.livesWith());
    }

    /** Lines of {@code POST /registers:batch}. */
    public static String batch(List<Action.TakeRegister> registers) {
        StringBuilder lines = new StringBuilder();
        for (Action.TakeRegister taken : registers) {
            RegisterId id = taken.register();
            ObjectNode line = JSON.createObjectNode()
                    .put("urn", id.urn().toString())
                    .put("date", id.session().date().toString())
                    .put("session", id.session().half().name())
                    .put("group", id.group().value());
            lines.append(fill(line, taken)).append('\n');
        }
        return lines.toString();
    }

    private static ObjectNode fill(ObjectNode body, Action.TakeRegister taken) {
        body.put("takenAt", taken.at().toString());
        person(body.putObject("takenBy"), taken.takenBy());
        ArrayNode marks = body.putArray("marks");
        for (Mark mark : taken.marks()) {
            ObjectNode node =
                    marks.addObject().put("pupilId", mark.pupil().value()).put("code", mark.code());
            if (mark.minutesLate() != null) {
                node.put("minutesLate", mark.minutesLate());
            }
            if (mark.detail() != null) {
                node.put("detail", mark.detail());
            }
        }
        return body;
    }

    public static String arrival(Action.SignIn in) {
        ObjectNode body = JSON.createObjectNode()
                .put("pupilId", in.pupil().value())
                .put("arrivedAt", in.at().toString())
                .put("reason", in.reason())
                .put("signedInBy", "Brought to the office by an adult");
        person(body.putObject("author"), in.author());
        return body.toString();
    }

    public static String amendment(Action.Amend amend) {
        ObjectNode body = JSON.createObjectNode()
                .put("pupilId", amend.pupil().value())
                .put("expectedCode", amend.from())
                .put("amendedCode", amend.to())
                .put("reason", amend.reason());
        if (amend.detail() != null) {
            body.put("detail", amend.detail());
        }
        person(body.putObject("author"), amend.author());
        if (amend.approver() != null) {
            person(body.putObject("approver"), amend.approver());
        }
        return body.toString();
    }

    /** A removal under ground a, with every confirmation that any profile wants. */
    public static String removal(Action.Remove removal) {
        ObjectNode body =
                JSON.createObjectNode().put("on", removal.on().toString()).put("ground", "a");
        ArrayNode confirmations = body.putArray("confirmations");
        CONFIRMATIONS.forEach(kind -> confirmations
                .addObject()
                .put("kind", kind)
                .put("on", removal.on().toString()));
        body.put("destination", removal.destination());
        person(body.putObject("author"), removal.author());
        return body.toString();
    }

    static void person(ObjectNode node, Person person) {
        node.put("id", person.id()).put("name", person.name()).put("position", person.position());
    }
}
