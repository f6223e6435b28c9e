package uk.muster.query.chronology;

import org.jspecify.annotations.Nullable;
import uk.muster.kernel.event.AbsenceEvent.Channel;
import uk.muster.kernel.event.AbsenceEvent.Destination;
import uk.muster.kernel.event.AbsenceEvent.Outcome;
import uk.muster.kernel.event.AbsenceEvent.Purpose;
import uk.muster.kernel.event.AbsenceEvent.VisitOutcome;
import uk.muster.kernel.identity.SessionKey;

/** Plain words for what was done about an absence. */
final class AbsenceWords {

    private AbsenceWords() {}

    static String reportedBy(Channel channel) {
        return switch (channel) {
            case PHONE -> "by phone";
            case EMAIL -> "by email";
            case VOICEMAIL -> "by voicemail";
            case LETTER -> "by letter";
            case VISIT -> "in person";
            case APP -> "by app";
            case SMS -> "by text message";
        };
    }

    static String tried(Channel channel) {
        return switch (channel) {
            case PHONE -> "Phoned";
            case EMAIL -> "Emailed";
            case VOICEMAIL -> "Called voicemail";
            case LETTER -> "Wrote";
            case VISIT -> "Called in person";
            case APP -> "Messaged by app";
            case SMS -> "Texted";
        };
    }

    static String came(Outcome outcome) {
        return switch (outcome) {
            case NO_ANSWER -> "no answer";
            case VOICEMAIL -> "message left";
            case SENT -> "sent";
            case WRONG_NUMBER -> "wrong number";
            case REFUSED -> "refused";
            case SPOKE -> "spoke";
        };
    }

    static String came(VisitOutcome outcome) {
        return switch (outcome) {
            case NO_ANSWER -> "no answer";
            case SPOKE_TO_ADULT -> "spoke to an adult";
            case CHILD_SEEN_SAFE -> "child seen safe";
            case CONCERN -> "concern remains";
        };
    }

    static String purpose(@Nullable Purpose purpose) {
        return switch (purpose) {
            case null -> "";
            case FIRST_DAY -> " (first day)";
            case DAILY -> " (daily)";
            case LATE_REASON -> " (reason for lateness)";
            case EVIDENCE_REFUSED -> " (evidence refused)";
            case OTHER -> " (other)";
        };
    }

    static String to(Destination destination) {
        return switch (destination) {
            case SAFEGUARDING -> "safeguarding";
            case SOCIAL_CARE -> "social care";
            case POLICE -> "the police";
            case LA -> "the local authority";
            case CME -> "children missing education";
        };
    }

    static String range(SessionKey from, SessionKey to) {
        return from.equals(to) ? session(from) : session(from) + " to " + session(to);
    }

    static String session(SessionKey key) {
        return key.date() + " " + key.half();
    }

    /** Such as {@code 1 session} and {@code 4 sessions}. */
    static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
