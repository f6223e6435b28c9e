package uk.muster.kernel.absence;

import java.util.List;
import java.util.Set;
import uk.muster.kernel.event.AbsenceEvent.Destination;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;

/** What the actions that policies name are: which kind of task they make, and to whom a concern is passed by them. */
final class TaskKinds {

    private TaskKinds() {}

    /** The kind of a step, which is that of its first action. */
    static TaskKind of(List<String> actions) {
        return actions.isEmpty() ? TaskKind.DECIDE : of(actions.getFirst());
    }

    private static TaskKind of(String action) {
        return switch (action) {
            case "phone_call", "text", "email", "emergency_contacts", "letter_home" -> TaskKind.CONTACT;
            case "home_visit", "welfare_visit", "police_welfare" -> TaskKind.VISIT;
            case "risk_assessment" -> TaskKind.ASSESS;
            case "la_notify" -> TaskKind.NOTIFY;
            default -> destinations(action).isEmpty() ? TaskKind.DECIDE : TaskKind.ESCALATE;
        };
    }

    /**
     * Whether passing the concern there does what the actions want: one of them names it. A referral to the officer for children missing education is
     * done by that alone, whoever else was told (HCAT-77).
     */
    static boolean areDoneBy(List<String> actions, Destination destination) {
        return wantsCmeOfficer(actions)
                ? destination == Destination.CME
                : actions.stream().anyMatch(action -> destinations(action).contains(destination));
    }

    /** Whether the officer for children missing education must be told. */
    static boolean wantsCmeOfficer(List<String> actions) {
        return actions.contains("refer_cme_officer");
    }

    private static Set<Destination> destinations(String action) {
        return switch (action) {
            case "safeguarding_escalation", "share_with_dsl", "formal_safeguarding" -> Set.of(Destination.SAFEGUARDING);
            case "refer_social_care", "social_care" -> Set.of(Destination.SOCIAL_CARE);
            case "police", "police_safe_and_well" -> Set.of(Destination.POLICE);
            case "la_notify", "la_attendance_team", "involve_ewo" -> Set.of(Destination.LA);
            case "refer_cme_officer" -> Set.of(Destination.CME);
            default -> Set.of();
        };
    }
}
