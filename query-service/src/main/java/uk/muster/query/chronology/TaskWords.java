package uk.muster.query.chronology;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.event.FollowUpEvent.FollowUpDue;
import uk.muster.kernel.event.FollowUpEvent.Lapse;
import uk.muster.kernel.event.FollowUpEvent.Recipient;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.kernel.policy.Modality;
import uk.muster.query.task.Outcome;

/** Plain words for what falls due while an absence lasts. */
public final class TaskWords {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private TaskWords() {}

    /** Such as {@code Home visit due by 15:15 (d2-visit, school day 2)}; the day is named where it is another than the task's. */
    static String due(FollowUpDue due) {
        LocalDateTime by = LocalDateTime.ofInstant(due.dueAt(), London.ZONE);
        return title(due.step(), due.kind(), due.actions()) + " " + by(due.modality()) + " "
                + by.format(by.toLocalDate().equals(due.date()) ? TIME : DAY_AND_TIME) + " (" + due.step()
                + (due.about() == null ? ", " + number(due) : "") + ")";
    }

    private static String number(FollowUpDue due) {
        if (due.step().startsWith("late-")) {
            return AbsenceWords.count(due.schoolDay(), "late mark");
        }
        if (due.step().equals("penalty-warning") || due.step().equals("penalty-consider")) {
            return AbsenceWords.count(due.schoolDay(), "session");
        }
        return due.kind() == TaskKind.RETURN
                ? AbsenceWords.count(due.schoolDay(), "school day")
                : "school day " + due.schoolDay();
    }

    /**
     * What is to be done, such as {@code Home visit}.
     *
     * @param actions as the profile writes them
     */
    public static String title(String step, TaskKind kind, List<String> actions) {
        return switch (step) {
            case "daily-contact" -> "Daily contact";
            case "reason-deadline" -> "Reason for the absence";
            case "la-unauthorised" -> "Return of unauthorised absence to the local authority";
            case "la-sickness" -> "Return of sickness to the local authority";
            case "medical-evidence" -> "Medical evidence";
            case "tell-social-worker-leaving" -> "Social worker to be told that the child leaves";
            case "call-back" -> "Call back after a voicemail";
            case "penalty-warning" -> "Penalty warning";
            case "penalty-consider" -> "Penalty notice";
            case "penalty-review" -> "Review of a penalty notice";
            case "penalty-receipt" -> "Day on which the penalty notice was received";
            case "penalty-copy-to-la" -> "Copy of the penalty notice to the local authority";
            case "penalty-unpaid" -> "Referral or withdrawal of the unpaid penalty notice";
            case "notice-to-improve-due" -> "Conclusion of the notice to improve";
            default -> capital(actions.isEmpty() ? kind(kind) : actions(actions));
        };
    }

    private static String actions(List<String> actions) {
        return actions.stream().map(TaskWords::action).collect(Collectors.joining(", "));
    }

    /** A policy may name actions of its own: their ids are made of words. */
    private static String action(String action) {
        return switch (action) {
            case "text" -> "text message";
            case "police_welfare" -> "welfare visit by the police";
            case "police_safe_and_well" -> "safe and well check by the police";
            case "police" -> "call to the police";
            case "tell_social_worker" -> "social worker to be told by a person";
            case "tell_youth_offending_team" -> "youth offending team to be told by a person";
            case "letter_late_dates" -> "letter with the dates of late marks";
            case "meeting_ewo_head" -> "meeting about lateness with the education welfare officer and the head";
            case "agency_support" -> "support of an agency with lateness";
            case "la_notify" -> "notice to the local authority";
            case "la_attendance_team" -> "local authority's attendance team";
            case "involve_ewo" -> "education welfare officer";
            case "share_with_dsl" -> "concern shared with the safeguarding lead";
            case "formal_safeguarding" -> "formal safeguarding";
            case "safeguarding_escalation" -> "escalation to safeguarding";
            case "refer_social_care", "social_care" -> "referral to social care";
            case "refer_cme_officer" -> "referral to the officer for children missing education";
            case "consider_cme" -> "children missing education";
            default -> action.replace('_', ' ').replace('-', ' ');
        };
    }

    private static String kind(TaskKind kind) {
        return switch (kind) {
            case CONTACT -> "contact";
            case VISIT -> "home visit";
            case ASSESS -> "risk assessment";
            case NOTIFY -> "notice to the local authority";
            case ESCALATE -> "escalation";
            case RETURN -> "return to the local authority";
            case DECIDE -> "decision";
            case REVIEW -> "review";
        };
    }

    /** How strongly it is wanted: what must only be considered is decided by then, not done. */
    private static String by(Modality modality) {
        return switch (modality) {
            case MUST -> "due by";
            case MUST_CONSIDER -> "to be considered by";
            case MAY -> "possible until";
        };
    }

    static String status(Outcome outcome, boolean overdue) {
        return switch (outcome.status()) {
            case OPEN -> overdue ? "overdue" : "open";
            case DONE -> "done";
            case DECLINED -> "declined";
            case CANCELLED -> "cancelled" + because(outcome);
        };
    }

    private static String because(Outcome outcome) {
        Lapse because = outcome.because();
        return because == null ? "" : ", " + because(because);
    }

    private static String because(Lapse because) {
        return switch (because) {
            case RETURNED -> "the pupil came in";
            case EXPLAINED -> "the absence was explained";
            case SETTLED -> "the session was settled";
            case CORRECTED -> "the marks were corrected";
            case LEFT -> "the pupil left the school";
            case CONTACT_MADE -> "contact was made";
            case REPORTED -> "the absence was reported";
            case WITHDRAWN -> "the notice was withdrawn";
            case SUPERSEDED -> "the next step took its place";
        };
    }

    static String recipient(Recipient to) {
        return switch (to) {
            case SOCIAL_WORKER -> "Social worker";
            case YOUTH_OFFENDING -> "Youth offending team";
        };
    }

    static String state(MessageState state) {
        return switch (state) {
            case PENDING -> "not sent yet";
            case SENT -> "sent";
            case FAILED -> "failed";
            case UNCERTAIN -> "perhaps sent";
            case NO_ADDRESS -> "no address, a person must tell them";
        };
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
