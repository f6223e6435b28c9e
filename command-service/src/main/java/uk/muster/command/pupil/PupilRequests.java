package uk.muster.command.pupil;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import uk.muster.command.keys.Vault;
import uk.muster.command.pupil.PupilCommand.Admission;
import uk.muster.command.pupil.PupilCommand.ImportEarlierSessions;
import uk.muster.command.pupil.PupilCommand.PupilStream;
import uk.muster.command.pupil.PupilCommand.RemovePupil;
import uk.muster.http.body.Fields;
import uk.muster.kernel.code.Enrolment;
import uk.muster.kernel.event.PupilEvent.Confirmation;
import uk.muster.kernel.event.PupilEvent.Contact;
import uk.muster.kernel.event.PupilEvent.EarlierSession;
import uk.muster.kernel.event.PupilEvent.PupilDetails;
import uk.muster.kernel.event.PupilEvent.VulnerabilityFlag;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.identity.Upn;
import uk.muster.kernel.identity.YearGroups;
import uk.muster.kernel.policy.DeletionBlocker;

/** Bodies of requests about pupils, read into commands. */
public final class PupilRequests {

    private static final int MOST_CONTACTS = 50;
    private static final int MOST_EARLIER_SESSIONS = 2_000;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 1_000;

    private PupilRequests() {}

    /** All fields of {@code PUT /schools/{urn}/pupils/{pupilId}}. */
    public static Admission admission(Fields body, Vault vault) {
        Upn upn = body.upn("upn");
        PupilDetails details = new PupilDetails(
                upn.value(),
                body.line("forename", 1, LONGEST_NAME),
                body.line("surname", 1, LONGEST_NAME),
                body.date("dateOfBirth"),
                body.optionalLine("sex", 1, 20).orElse(null),
                body.optionalText("address", 1, LONGEST_TEXT).orElse(null),
                body.optionalLine("ethnicity", 1, 100).orElse(null));
        return new Admission(
                details,
                vault.indexOf(upn),
                body.value("yearGroup", "a year group: N1, N2, R or 1 to 13", PupilRequests::yearGroup),
                body.optionalValue("enrolmentStatus", "C, M or S", PupilRequests::enrolment)
                        .orElse(Enrolment.SINGLE),
                body.groupId("group"),
                body.optionalDate("groupFrom"),
                body.date("admittedOn"),
                contacts(body),
                body.enums("flags", VulnerabilityFlag.class));
    }

    private static List<Contact> contacts(Fields body) {
        Set<String> ids = new HashSet<>();
        return body.list("contacts", 0, MOST_CONTACTS, contact -> {
            Contact read = new Contact(
                    contact.contactId("id").value(),
                    contact.line("name", 1, LONGEST_NAME),
                    contact.line("relationship", 1, 100),
                    contact.optionalLine("phone", 1, 50).orElse(null),
                    contact.optionalLine("email", 1, 254).orElse(null),
                    contact.optionalText("address", 1, LONGEST_TEXT).orElse(null),
                    contact.integer("priority", 0, 999),
                    contact.bool("livesWith"),
                    contact.optionalLine("personRef", 1, 100).orElse(null));
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

    /** {@code on}, {@code ground}, {@code confirmations?}, {@code destination?}, {@code author}. */
    public static RemovePupil removal(PupilStream pupil, PupilId pupilId, Fields body) {
        return new RemovePupil(
                pupil,
                pupilId,
                body.date("on"),
                body.value("ground", "a letter from a to o of reg 9(1)", PupilRequests::ground),
                body.optionalList(
                        "confirmations",
                        20,
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
