package uk.muster.simulator.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.muster.kernel.event.FollowUpEvent.TaskDecision;
import uk.muster.kernel.identity.Person;

/** The last round of a day: what waits for a decision is decided, with a reason, and what nobody came to is not left lying. */
final class Desk {

    static final String RETURN_OF_UNAUTHORISED = "la-unauthorised";

    /** Only the reason itself settles it. */
    private static final String REASON = "reason-deadline";

    /** How the steps of a ladder over late marks begin. */
    private static final String LATENESS = "late-";

    private static final double ASKS_FOR_EVIDENCE = 0.5;

    private Desk() {}

    static List<Deed> clear(Work work) {
        List<Deed> deeds = new ArrayList<>();
        if (work.round() == Round.DESK) {
            work.tasks().stream()
                    .filter(task -> !task.step().equals(REASON))
                    .forEach(task -> decide(work, task, deeds));
        }
        return deeds;
    }

    private static void decide(Work work, OpenTask task, List<Deed> deeds) {
        boolean late = task.date().isBefore(work.today());
        switch (task.kind()) {
            case RETURN -> deeds.add(done(work, task, "The sickness return was sent to the local authority"));
            case NOTIFY -> notified(task).ifPresent(how -> deeds.add(done(work, task, how)));
            case DECIDE, REVIEW -> deeds.add(considered(work, task));
            case VISIT -> deeds.add(notVisited(work, task));
            case CONTACT, ASSESS -> {
                if (late) {
                    deeds.add(done(work, task, "Done on the next school day, with that day's calls"));
                }
            }
            case ESCALATE -> {}
        }
    }

    /** How somebody was told of whom no other round takes care. */
    private static Optional<String> notified(OpenTask task) {
        if (task.step().equals(RETURN_OF_UNAUTHORISED)) {
            return Optional.of("The local authority was sent the return, with what was done so far");
        }
        if (task.step().startsWith(LATENESS)) {
            return Optional.of("The letter went home with the dates of the late marks");
        }
        return Destinations.of(task.actions()).isEmpty()
                ? Optional.of("Told on the phone, by the duty desk's number")
                : Optional.empty();
    }

    private static Deed considered(Work work, OpenTask task) {
        if (task.step().equals("medical-evidence")) {
            return work.chance().happens(ASKS_FOR_EVIDENCE)
                    ? done(work, task, "Asked the parent for the appointment card, which was shown")
                    : declined(
                            work,
                            task,
                            "No reason to doubt the illness",
                            work.people().officer());
        }
        if (task.step().startsWith(LATENESS)) {
            return done(work, task, "Talked over with the family, who agreed what will change in the mornings");
        }
        return task.isMust() || work.chance().happens(0.5)
                ? done(work, task, "Considered with the local authority's officer")
                : declined(
                        work,
                        task,
                        "Considered; the family's whereabouts are known",
                        work.people().safeguarding());
    }

    /** A visit that must be made and was not is made up for the next day; one that may be made is declined with a reason. */
    private static Deed notVisited(Work work, OpenTask task) {
        return task.isMust()
                ? done(work, task, "Visited on the next school day")
                : declined(
                        work,
                        task,
                        "The calls go on; a visit is not called for yet",
                        work.people().leader());
    }

    private static Deed done(Work work, OpenTask task, String reason) {
        return decision(work, task, TaskDecision.DONE, reason, work.people().officer());
    }

    private static Deed declined(Work work, OpenTask task, String reason, Person author) {
        return decision(work, task, TaskDecision.DECLINED, reason, author);
    }

    private static Deed decision(Work work, OpenTask task, TaskDecision decision, String reason, Person author) {
        return new Deed.TaskDecided(work.at(0), work.pupil().id(), task.id(), decision, reason, author);
    }
}
