package uk.muster.command.absence;

import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.muster.command.absence.AbsenceCommand.AbsenceStream;
import uk.muster.command.absence.AbsenceCommand.AssessRisk;
import uk.muster.command.absence.AbsenceCommand.AttemptContact;
import uk.muster.command.absence.AbsenceCommand.CorrectAttempt;
import uk.muster.command.absence.AbsenceCommand.DecideAbsence;
import uk.muster.command.absence.AbsenceCommand.DecideTask;
import uk.muster.command.absence.AbsenceCommand.Escalate;
import uk.muster.command.absence.AbsenceCommand.ForecastSickness;
import uk.muster.command.absence.AbsenceCommand.RecordVisit;
import uk.muster.command.absence.AbsenceCommand.ReportAbsence;
import uk.muster.http.body.Fields;
import uk.muster.kernel.absence.AbsenceEntryId;
import uk.muster.kernel.event.AbsenceEvent.Channel;
import uk.muster.kernel.event.AbsenceEvent.Destination;
import uk.muster.kernel.event.AbsenceEvent.Factor;
import uk.muster.kernel.event.AbsenceEvent.Outcome;
import uk.muster.kernel.event.AbsenceEvent.Purpose;
import uk.muster.kernel.event.AbsenceEvent.Reporter;
import uk.muster.kernel.event.AbsenceEvent.VisitOutcome;
import uk.muster.kernel.event.FollowUpEvent.TaskDecision;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;

/** Bodies of requests about absences, read into commands. */
public final class AbsenceRequests {

    private static final int LONGEST_CODE = 20;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 1_000;
    private static final int LONGEST_NOTE = 10_000;
    private static final int MOST_MINUTES = 360;
    private static final int MOST_VISITORS = 20;
    private static final int MOST_FACTORS = 50;
    private static final int MOST_SCHOOL_DAYS = 400;

    private AbsenceRequests() {}

    /** {@code reportedBy}, {@code channel}, {@code receivedAt}, {@code reason}, {@code from}, {@code expectedReturn?}, {@code doubt?}, {@code author}. */
    public static AbsenceCommand report(AbsenceStream absences, Fields body) {
        return new ReportAbsence(
                absences,
                body.object("reportedBy", AbsenceRequests::reporter),
                body.enumOf("channel", Channel.class),
                body.instant("receivedAt"),
                body.text("reason", 1, LONGEST_TEXT),
                body.date("from"),
                body.optionalDate("expectedReturn"),
                body.optionalBool("doubt"),
                body.person("author"));
    }

    /** {@code at}, {@code channel}, {@code contactId?}, {@code outcome}, {@code purpose?}, {@code note?}, {@code author}, {@code corrects?}. */
    public static AbsenceCommand attempt(AbsenceStream absences, Fields body) {
        AttemptContact attempt = new AttemptContact(
                absences,
                body.instant("at"),
                body.enumOf("channel", Channel.class),
                body.optionalContactId("contactId"),
                body.enumOf("outcome", Outcome.class),
                body.optionalEnum("purpose", Purpose.class),
                body.optionalText("note", 1, LONGEST_NOTE),
                body.person("author"));
        return body.optionalValue("corrects", "the id of an attempt", AbsenceEntryId::parse)
                .<AbsenceCommand>map(corrects -> new CorrectAttempt(attempt, corrects))
                .orElse(attempt);
    }

    /** {@code at}, {@code visitors}, {@code outcome}, {@code note?}, {@code author}. */
    public static AbsenceCommand visit(AbsenceStream absences, Fields body) {
        return new RecordVisit(
                absences,
                body.instant("at"),
                body.list("visitors", 1, MOST_VISITORS, Fields::asPerson),
                body.enumOf("outcome", VisitOutcome.class),
                body.optionalText("note", 1, LONGEST_NOTE),
                body.person("author"));
    }

    /** {@code at}, {@code factors}, {@code concernRemains}, {@code author}. */
    public static AbsenceCommand assessment(AbsenceStream absences, Fields body) {
        return new AssessRisk(
                absences,
                body.instant("at"),
                body.list("factors", 0, MOST_FACTORS, AbsenceRequests::factor),
                body.bool("concernRemains"),
                body.person("author"));
    }

    /** {@code at}, {@code to}, {@code reason}, {@code author}. */
    public static AbsenceCommand escalation(AbsenceStream absences, Fields body) {
        return new Escalate(
                absences,
                body.instant("at"),
                body.enumOf("to", Destination.class),
                body.text("reason", 1, LONGEST_NOTE),
                body.person("author"));
    }

    /** {@code from}, {@code expectedSchoolDays}, {@code author}. */
    public static AbsenceCommand forecast(AbsenceStream absences, Fields body) {
        return new ForecastSickness(
                absences,
                body.date("from"),
                body.integer("expectedSchoolDays", 1, MOST_SCHOOL_DAYS),
                body.person("author"));
    }

    /** {@code from}, {@code to}, {@code code}, {@code reason}, {@code author}, {@code detail?}, {@code minutesLate?}. */
    public static AbsenceCommand decision(AbsenceStream absences, Fields body) {
        return new DecideAbsence(
                absences,
                body.object("from", AbsenceRequests::session),
                body.object("to", AbsenceRequests::session),
                body.line("code", 1, LONGEST_CODE),
                body.text("reason", 1, LONGEST_TEXT),
                body.optionalText("detail", 1, LONGEST_TEXT),
                minutesLate(body),
                body.person("author"));
    }

    /** {@code decision}, {@code reason}, {@code author}. */
    public static AbsenceCommand taskDecision(AbsenceStream absences, UUID task, Fields body) {
        return new DecideTask(
                absences,
                task,
                body.enumOf("decision", TaskDecision.class),
                body.text("reason", 1, LONGEST_TEXT),
                body.person("author"));
    }

    private static @Nullable Integer minutesLate(Fields body) {
        OptionalInt minutes = body.optionalInteger("minutesLate", 0, MOST_MINUTES);
        return minutes.isPresent() ? Integer.valueOf(minutes.getAsInt()) : null;
    }

    private static SessionKey session(Fields fields) {
        return new SessionKey(fields.date("date"), fields.enumOf("session", SessionHalf.class));
    }

    private static Reporter reporter(Fields fields) {
        return new Reporter(fields.line("name", 1, LONGEST_NAME), fields.line("relationship", 1, LONGEST_NAME));
    }

    /** {@code id}, {@code answer}, {@code note?}. */
    public static Factor factor(Fields fields) {
        return new Factor(
                fields.line("id", 1, LONGEST_NAME),
                fields.answer("answer", LONGEST_TEXT),
                fields.optionalText("note", 1, LONGEST_NOTE).orElse(null));
    }
}
