package uk.muster.query.chronology;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import uk.muster.kernel.absence.AbsenceEntryId;
import uk.muster.kernel.event.PenaltyEvent;
import uk.muster.kernel.event.PenaltyEvent.ImprovementOutcome;
import uk.muster.kernel.event.PenaltyEvent.NoticeToImproveConcluded;
import uk.muster.kernel.event.PenaltyEvent.NoticeToImproveGiven;
import uk.muster.kernel.event.PenaltyEvent.PenaltyNoticeIssued;
import uk.muster.kernel.event.PenaltyEvent.PenaltyNoticePaid;
import uk.muster.kernel.event.PenaltyEvent.PenaltyNoticeProsecuted;
import uk.muster.kernel.event.PenaltyEvent.PenaltyNoticeReceived;
import uk.muster.kernel.event.PenaltyEvent.PenaltyNoticeWithdrawn;
import uk.muster.kernel.event.PenaltyEvent.Proceedings;
import uk.muster.kernel.penalty.NoticeClock;
import uk.muster.kernel.policy.NoticePolicy.Issuer;
import uk.muster.kernel.sealing.Sealed;
import uk.muster.query.keys.Opener;

/** Puts notices, and what became of them, into words. Fields are named as the bodies of their commands name them. */
final class PenaltyNarrator {

    private final Opener opener;
    private final Sight sight;

    PenaltyNarrator(Opener opener, Sight sight) {
        this.opener = opener;
        this.sight = sight;
    }

    Telling tell(PenaltyEvent event) {
        return switch (event) {
            case PenaltyNoticeIssued e -> issued(e);
            case PenaltyNoticeReceived e ->
                telling(
                        e,
                        "Penalty notice received on " + e.on(),
                        data("RECEIVED", e).with("on", e.on()));
            case PenaltyNoticePaid e ->
                telling(
                        e,
                        "Penalty notice paid on " + e.on() + ": " + pounds(e.amount()),
                        data("PAID", e)
                                .with("on", e.on())
                                .with("amount", e.amount())
                                .with("reason", opener.shown(e.reason())));
            case PenaltyNoticeWithdrawn e ->
                telling(
                        e,
                        "Penalty notice withdrawn on " + e.on(),
                        data("WITHDRAWN", e).with("on", e.on()).with("reason", opener.shown(e.reason())));
            case PenaltyNoticeProsecuted e ->
                telling(
                        e,
                        "Penalty notice unpaid, " + outcome(e.outcome()) + " on " + e.on(),
                        data("PROCEEDINGS", e)
                                .with("on", e.on())
                                .with("outcome", e.outcome())
                                .with("reason", opener.shown(e.reason())));
            case NoticeToImproveGiven e ->
                telling(
                        e,
                        "Notice to improve given, from " + e.from() + " to " + e.until(),
                        data("IMPROVEMENT_GIVEN", e)
                                .with("parentId", e.contactId())
                                .with("parent", parent(e.parent()))
                                .with("from", e.from())
                                .with("until", e.until())
                                .with("weeks", e.weeks())
                                .with("blocks", e.blocks()));
            case NoticeToImproveConcluded e ->
                telling(
                        e,
                        "Notice to improve concluded: " + outcome(e.outcome()),
                        data("IMPROVEMENT_CONCLUDED", e)
                                .with("outcome", e.outcome())
                                .with("reason", opener.shown(e.reason())));
        };
    }

    private Telling issued(PenaltyNoticeIssued e) {
        NoticeClock clock = NoticeClock.of(e.terms(), e.issuedOn(), e.receivedOn());
        return telling(
                e,
                what(e) + " issued on " + e.issuedOn() + " by " + issuer(e.issuer()) + ": " + amounts(e),
                data("ISSUED", e)
                        .with("parentId", e.contactId())
                        .with("parent", parent(e.parent()))
                        .with("kind", e.kind())
                        .with("issuedOn", e.issuedOn())
                        .with("issuer", e.issuer().word())
                        .with("nth", e.nth())
                        .with("earlyAmount", e.terms().earlyAmount())
                        .with("earlyUntil", clock.earlyUntil())
                        .with("fullAmount", e.terms().fullAmount())
                        .with("fullUntil", clock.fullUntil())
                        .with("receivedOn", e.receivedOn())
                        .with("laCheckRef", opener.shown(e.laCheckRef()))
                        .with("supportRecorded", opener.shown(e.support()))
                        .with("considerations", considerations(e.considerations())));
    }

    private static String what(PenaltyNoticeIssued e) {
        return switch (e.kind()) {
            case NATIONAL -> "Penalty notice " + e.nth();
            case PUBLIC_PLACE -> "Penalty notice for a public place";
        };
    }

    private static String amounts(PenaltyNoticeIssued e) {
        BigDecimal early = e.terms().earlyAmount();
        String full = pounds(e.terms().fullAmount()) + " within " + e.terms().fullDays() + " days";
        return early == null ? full : pounds(early) + " within " + e.terms().earlyDays() + " days, " + full;
    }

    private static String pounds(BigDecimal amount) {
        return "£" + amount.toPlainString();
    }

    private static String issuer(Issuer issuer) {
        return switch (issuer) {
            case HEAD -> "the headteacher";
            case LA -> "the local authority";
            case POLICE -> "the police";
        };
    }

    private static String outcome(Proceedings outcome) {
        return switch (outcome) {
            case BROUGHT -> "proceedings brought";
            case CONVICTED -> "parent convicted";
            case ACQUITTED -> "parent acquitted";
        };
    }

    private static String outcome(ImprovementOutcome outcome) {
        return switch (outcome) {
            case IMPROVED -> "improved";
            case NOT_IMPROVED -> "not improved";
            case WITHDRAWN -> "withdrawn";
        };
    }

    /** Whom schools call how among themselves is nothing to read. */
    private @Nullable JsonNode parent(Sealed sealed) {
        JsonNode parent = opener.json(sealed);
        if (parent instanceof ObjectNode fields) {
            fields.remove("personRef");
        }
        return parent;
    }

    private @Nullable JsonNode considerations(Sealed sealed) {
        return sight.withoutNotes(opener.json(sealed));
    }

    private static Data data(String event, PenaltyEvent e) {
        return new Data("event", event).with("noticeId", id(e, e.noticeId()));
    }

    private static Telling telling(PenaltyEvent e, String summary, Data data) {
        return new Telling(id(e, e.entryId()), e.author(), summary, data);
    }

    private static String id(PenaltyEvent e, UUID entryId) {
        return new AbsenceEntryId(e.pupil(), entryId).toString();
    }
}
