package uk.muster.query.chronology;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.absence.AbsenceEntryId;
import uk.muster.kernel.event.AbsenceEvent;
import uk.muster.kernel.event.AbsenceEvent.AbsenceDecided;
import uk.muster.kernel.event.AbsenceEvent.AbsenceReported;
import uk.muster.kernel.event.AbsenceEvent.ContactAttempted;
import uk.muster.kernel.event.AbsenceEvent.EntryCorrected;
import uk.muster.kernel.event.AbsenceEvent.HomeVisitRecorded;
import uk.muster.kernel.event.AbsenceEvent.RiskAssessed;
import uk.muster.kernel.event.AbsenceEvent.SafeguardingEscalated;
import uk.muster.kernel.event.AbsenceEvent.SicknessForecast;
import uk.muster.kernel.event.FollowUpEvent;
import uk.muster.kernel.event.PenaltyEvent;
import uk.muster.kernel.event.ThresholdEvent;
import uk.muster.kernel.sealing.Sealed;
import uk.muster.query.chronology.Sequel.Correction;
import uk.muster.query.keys.Opener;
import uk.muster.query.register.SessionLine;

/** Puts what was done about an absence into words. Fields are named as the bodies of their commands name them. */
final class AbsenceNarrator {

    private final Opener opener;
    private final Sight sight;
    private final FollowUpNarrator followUps;
    private final PenaltyNarrator penalties;

    /** @param now by which something is overdue or is not */
    AbsenceNarrator(Opener opener, Sight sight, Instant now) {
        this.opener = opener;
        this.sight = sight;
        this.followUps = new FollowUpNarrator(opener, sight, now);
        this.penalties = new PenaltyNarrator(opener, sight);
    }

    Telling tell(AbsenceEvent event, @Nullable Sequel sequel) {
        if (event instanceof FollowUpEvent e) {
            return followUps.tell(e, sequel);
        }
        if (event instanceof ThresholdEvent e) {
            return ThresholdNarrator.tell(e);
        }
        if (event instanceof PenaltyEvent e) {
            return penalties.tell(e);
        }
        Telling telling = tell(event);
        return sequel instanceof Correction correction
                ? new Telling(
                        telling.id(),
                        telling.by(),
                        "Recorded in error: " + telling.summary(),
                        telling.data().with("corrected", corrected(correction)))
                : telling;
    }

    private Telling tell(AbsenceEvent event) {
        return switch (event) {
            case AbsenceReported e -> report(e);
            case AbsenceDecided e -> decision(e);
            case SicknessForecast e -> forecast(e);
            case ContactAttempted e -> attempt(e);
            case HomeVisitRecorded e -> visit(e);
            case RiskAssessed e -> assessment(e);
            case SafeguardingEscalated e -> escalation(e);
            case EntryCorrected e -> throw new IllegalStateException("A correction is told with what it corrects.");
            case FollowUpEvent _, ThresholdEvent _, PenaltyEvent _ ->
                throw new IllegalStateException("This is told by others.");
        };
    }

    private Telling report(AbsenceReported e) {
        return telling(
                e,
                e.author(),
                "Absence from " + e.from() + " reported " + AbsenceWords.reportedBy(e.channel())
                        + (e.expectedReturn() == null ? "" : ", expected back " + e.expectedReturn())
                        + (e.moreDetailWanted() ? ", more detail wanted" : "")
                        + (e.doubted() == null ? "" : ", grounds to ask for evidence"),
                new Data("channel", e.channel())
                        .with("reportedBy", opener.json(e.reportedBy()))
                        .with("reason", opener.shown(e.reason()))
                        .with("from", e.from())
                        .with("expectedReturn", e.expectedReturn())
                        .with("moreDetailWanted", e.moreDetailWanted())
                        .with("doubt", e.doubted()));
    }

    private Telling decision(AbsenceDecided e) {
        return telling(
                e,
                e.author(),
                AbsenceWords.range(e.from(), e.to()) + ": " + AbsenceWords.count(e.amended(), "session")
                        + " amended to " + e.code(),
                new Data("event", "ABSENCE_DECIDED")
                        .with("from", SessionLine.of(e.from()))
                        .with("to", SessionLine.of(e.to()))
                        .with("code", e.code())
                        .with("amended", e.amended())
                        .with("reason", opener.shown(e.reason())));
    }

    private Telling forecast(SicknessForecast e) {
        return telling(
                e,
                e.author(),
                "Illness of " + AbsenceWords.count(e.expectedSchoolDays(), "school day") + " expected from " + e.from(),
                new Data("event", "SICKNESS_FORECAST")
                        .with("from", e.from())
                        .with("expectedSchoolDays", e.expectedSchoolDays()));
    }

    private Telling attempt(ContactAttempted e) {
        return telling(
                e,
                e.author(),
                AbsenceWords.tried(e.channel()) + ": " + AbsenceWords.came(e.outcome())
                        + AbsenceWords.purpose(e.purpose()),
                new Data("channel", e.channel())
                        .with("contactId", e.contactId())
                        .with("outcome", e.outcome())
                        .with("purpose", e.purpose())
                        .with("note", opener.shown(e.note())));
    }

    private Telling visit(HomeVisitRecorded e) {
        return telling(
                e,
                e.author(),
                "Home visit: " + AbsenceWords.came(e.outcome())
                        + (e.fewerThanWanted() ? ", fewer visitors than wanted" : ""),
                new Data("outcome", e.outcome())
                        .with("visitors", opener.json(e.visitors()))
                        .with("fewerVisitorsThanWanted", e.fewerThanWanted())
                        .with("note", opener.shown(sight.note(e.note()))));
    }

    private Telling assessment(RiskAssessed e) {
        return telling(
                e,
                e.author(),
                "Risk assessed: " + (e.concernRemains() ? "concern remains" : "no concern remains"),
                new Data("concernRemains", e.concernRemains())
                        .with("factors", sight.withoutNotes(opener.json(e.factors()))));
    }

    private Telling escalation(SafeguardingEscalated e) {
        return telling(
                e,
                e.author(),
                "Escalated to " + AbsenceWords.to(e.to()),
                new Data("to", e.to()).with("reason", opener.shown(sight.note(e.reason()))));
    }

    /** Another child is never named: which it was is in that child's chronology alone. */
    private Object corrected(Correction correction) {
        EntryCorrected e = correction.event();
        return new Data("at", correction.fact().recordedAt())
                .with("by", opener.json(e.author()))
                .with("replacedBy", e.ofAnotherPupil() ? null : id(e, e.replacedBy()))
                .with("ofAnotherPupil", e.ofAnotherPupil() ? true : null)
                .fields();
    }

    private static Telling telling(AbsenceEvent e, Sealed by, String summary, Data data) {
        return new Telling(id(e, e.entryId()), by, summary, data);
    }

    private static String id(AbsenceEvent e, UUID entryId) {
        return new AbsenceEntryId(e.pupil(), entryId).toString();
    }
}
