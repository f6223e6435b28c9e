package uk.muster.command.pupil;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import uk.muster.command.keys.Vault;
import uk.muster.command.pupil.PupilCommand.Admission;
import uk.muster.command.pupil.PupilCommand.ImportEarlierSessions;
import uk.muster.command.pupil.PupilCommand.PupilStream;
import uk.muster.command.pupil.PupilCommand.RefuseRemoval;
import uk.muster.command.pupil.PupilCommand.RemovePupil;
import uk.muster.http.body.Body;
import uk.muster.http.body.Fields;
import uk.muster.kernel.code.Enrolment;
import uk.muster.kernel.event.PupilEvent.Confirmation;
import uk.muster.kernel.event.PupilEvent.Contact;
import uk.muster.kernel.event.PupilEvent.EarlierSession;
import uk.muster.kernel.event.PupilEvent.PupilDetails;
import uk.muster.kernel.identity.ContactId;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.identity.Upn;
import uk.muster.kernel.identity.YearGroups;
import uk.muster.kernel.policy.DeletionBlocker;
import uk.muster.kernel.policy.VulnerabilityFlag;

/** Bodies of requests about pupils, read into commands. */
public final class PupilRequests {

    private static final int MOST_CONTACTS = 50;
    private static final int MOST_CONFIRMATIONS = 20;
    private static final int MOST_EARLIER_SESSIONS = 2_000;
    private static final int OLDEST = 30;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 1_000;

    private PupilRequests() {}

    /**
     * All fields of {@code PUT /schools/{urn}/pupils/{pupilId}}.
     *
     * @param today no pupil is born after it
     */
    public static Admission admission(Fields body, Vault vault, LocalDate today) {
        // What is missing is null until the body is refused, so nothing is looked into before the last field was read.
        Upn upn = body.upn("upn");
        String forename = body.line("forename", 1, LONGEST_NAME);
        String surname = body.line("surname", 1, LONGEST_NAME);
        LocalDate dateOfBirth = body.date("dateOfBirth");
        Optional<String> sex = body.optionalLine("sex", 1, 20);
        Optional<String> address = body.optionalText("address", 1, LONGEST_TEXT);
        Optional<String> ethnicity = body.optionalLine("ethnicity", 1, 100);
        String yearGroup = body.value("yearGroup", "a year group: N1, N2, R or 1 to 13", PupilRequests::yearGroup);
        Optional<Enrolment> enrolment = body.optionalValue("enrolmentStatus", "C, M or S", PupilRequests::enrolment);
        GroupId group = body.groupId("group");
        Optional<LocalDate> groupFrom = body.optionalDate("groupFrom");
        LocalDate admittedOn = body.date("admittedOn");
        List<Contact> contacts = contacts(body);
        Set<VulnerabilityFlag> flags = body.enums("flags", VulnerabilityFlag.class);
        compareDates(body, Optional.ofNullable(dateOfBirth), groupFrom, Optional.ofNullable(admittedOn), today);
        return new Admission(
                new PupilDetails(
                        upn.value(),
                        forename,
                        surname,
                        dateOfBirth,
                        sex.orElse(null),
                        address.orElse(null),
                        ethnicity.orElse(null)),
                vault.indexOf(upn),
                yearGroup,
                enrolment.orElse(Enrolment.SINGLE),
                group,
                groupFrom,
                admittedOn,
                contacts,
                flags);
    }

    /** As far as there are any: what else is wrong with the body is named with this. */
    private static void compareDates(
            Fields body,
            Optional<LocalDate> born,
            Optional<LocalDate> groupFrom,
            Optional<LocalDate> admittedOn,
            LocalDate today) {
        if (born.filter(day -> day.isAfter(today) || day.isBefore(today.minusYears(OLDEST)))
                .isPresent()) {
            body.fault("dateOfBirth", "This can't be the date of birth of a pupil.");
        }
        if (isBefore(admittedOn, born)) {
            body.fault("admittedOn", "This lies before the date of birth.");
        }
        if (isBefore(groupFrom, admittedOn)) {
            body.fault("groupFrom", "This lies before the day of admission.");
        }
    }

    private static boolean isBefore(Optional<LocalDate> day, Optional<LocalDate> other) {
        return day.isPresent() && other.isPresent() && day.get().isBefore(other.get());
    }

    private static List<Contact> contacts(Fields body) {
        Set<String> ids = new HashSet<>();
        return body.list("contacts", 0, MOST_CONTACTS, contact -> {
            ContactId id = contact.contactId("id");
            String name = contact.line("name", 1, LONGEST_NAME);
            String relationship = contact.line("relationship", 1, 100);
            Optional<String> phone = contact.optionalLine("phone", 1, 50);
            Optional<String> email = contact.optionalLine("email", 1, 254);
            Optional<String> address = contact.optionalText("address", 1, LONGEST_TEXT);
            int priority = contact.integer("priority", 0, 999);
            boolean livesWith = contact.bool("livesWith");
            Optional<String> personRef = contact.optionalLine("personRef", 1, 100);
            Contact read = new Contact(
                    id.value(),
                    name,
                    relationship,
                    phone.orElse(null),
                    email.orElse(null),
                    address.orElse(null),
                    priority,
                    livesWith,
                    personRef.orElse(null));
            if (!ids.add(read.id())) {
                contact.fault("id", "This contact id is used twice.");
            }
            return read;
        });
    }

    /** {@code school}, {@code sessions: [{date, session, code}]}, {@code author}. */
    public static ImportEarlierSessions earlierSessions(PupilStream pupil, PupilId pupilId, Fields body) {
        return new ImportEarlierSessions(
                pupil,
                pupilId,
                body.line("school", 1, LONGEST_NAME),
                body.list("sessions", 0, MOST_EARLIER_SESSIONS, PupilRequests::earlierSession),
                body.person("author"));
    }

    private static EarlierSession earlierSession(Fields session) {
        LocalDate date = session.date("date");
        SessionHalf half = session.enumOf("session", SessionHalf.class);
        return new EarlierSession(new SessionKey(date, half), session.line("code", 1, 20));
    }

    /**
     * {@code on}, {@code ground}, {@code confirmations?}, {@code destination?}, {@code author}. A body with faults of form is read as far as it can be.
     *
     * @throws uk.muster.http.problem.ProblemException 400 when it is malformed
     */
    public static PupilCommand removal(PupilStream pupil, PupilId pupilId, Body body) {
        return body.readOr(fields -> removal(pupil, pupilId, fields), (again, refused) -> {
            Map<String, LocalDate> confirmations = new LinkedHashMap<>();
            again.optionalList(
                    "confirmations", MOST_CONFIRMATIONS, each -> confirmations.put(each.pointer(), each.date("on")));
            confirmations.values().removeIf(Objects::isNull);
            return new RefuseRemoval(
                    pupil, pupilId, refused.problem().errors(), again.optionalDate("on"), confirmations);
        });
    }

    private static RemovePupil removal(PupilStream pupil, PupilId pupilId, Fields body) {
        return new RemovePupil(
                pupil,
                pupilId,
                body.date("on"),
                body.value("ground", "a letter from a to o of reg 9(1)", PupilRequests::ground),
                body.optionalList(
                        "confirmations",
                        MOST_CONFIRMATIONS,
                        each -> new Confirmation(
                                each.enumOf("kind", DeletionBlocker.class),
                                each.date("on"),
                                each.optionalText("note", 1, LONGEST_TEXT).orElse(null))),
                body.optionalText("destination", 1, LONGEST_TEXT),
                body.person("author"));
    }

    private static String yearGroup(String text) {
        if (!YearGroups.isValid(text)) {
            throw new IllegalArgumentException("No year group.");
        }
        return text;
    }

    private static Enrolment enrolment(String text) {
        return Enrolment.ofStatus(text).orElseThrow(() -> new IllegalArgumentException("No enrolment status."));
    }

    private static String ground(String text) {
        if (text.length() != 1 || text.charAt(0) < 'a' || text.charAt(0) > 'o') {
            throw new IllegalArgumentException("No ground.");
        }
        return text;
    }
}
