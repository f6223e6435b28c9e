package uk.muster.simulator.http;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import uk.muster.kernel.event.AbsenceEvent.Factor;
import uk.muster.kernel.identity.Person;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.simulator.live.Deed;

/** The bodies of the contract's commands about absence. */
final class DeedBodies {

    private DeedBodies() {}

    static String of(Deed deed) {
        ObjectNode body = Bodies.JSON.createObjectNode();
        switch (deed) {
            case Deed.Report report -> report(body, report);
            case Deed.Attempt attempt -> attempt(body, attempt);
            case Deed.Visit visit -> visit(body, visit);
            case Deed.Assessment assessment -> {
                body.put("at", assessment.at().toString());
                factors(body.putArray("factors"), assessment.factors());
                body.put("concernRemains", assessment.concernRemains());
            }
            case Deed.Escalation escalation ->
                body.put("at", escalation.at().toString())
                        .put("to", escalation.to().name())
                        .put("reason", escalation.reason());
            case Deed.Forecast forecast ->
                body.put("from", forecast.from().toString()).put("expectedSchoolDays", forecast.schoolDays());
            case Deed.Decision decision -> {
                session(body.putObject("from"), decision.from());
                session(body.putObject("to"), decision.to());
                body.put("code", decision.code()).put("reason", decision.reason());
            }
            case Deed.TaskDecided decided ->
                body.put("decision", decided.decision().name()).put("reason", decided.reason());
        }
        Bodies.person(body.putObject("author"), deed.author());
        return body.toString();
    }

    private static void report(ObjectNode body, Deed.Report report) {
        body.putObject("reportedBy")
                .put("name", report.reporter().name())
                .put("relationship", report.reporter().relationship());
        body.put("channel", report.channel().name())
                .put("receivedAt", report.at().toString())
                .put("reason", report.reason())
                .put("from", report.from().toString());
        report.expectedReturn().ifPresent(back -> body.put("expectedReturn", back.toString()));
    }

    private static void attempt(ObjectNode body, Deed.Attempt attempt) {
        body.put("at", attempt.at().toString())
                .put("channel", attempt.channel().name())
                .put("contactId", attempt.contact().value())
                .put("outcome", attempt.outcome().name())
                .put("purpose", attempt.purpose().name())
                .put("note", attempt.note());
    }

    private static void visit(ObjectNode body, Deed.Visit visit) {
        body.put("at", visit.at().toString())
                .put("outcome", visit.outcome().name())
                .put("note", visit.note());
        ArrayNode visitors = body.putArray("visitors");
        for (Person visitor : visit.visitors()) {
            Bodies.person(visitors.addObject(), visitor);
        }
    }

    private static void factors(ArrayNode node, List<Factor> factors) {
        factors.forEach(factor -> node.addObject().put("id", factor.id()).put("answer", factor.answer()));
    }

    private static void session(ObjectNode node, SessionKey session) {
        node.put("date", session.date().toString())
                .put("session", session.half().name());
    }
}
