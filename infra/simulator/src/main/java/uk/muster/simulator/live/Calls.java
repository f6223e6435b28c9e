package uk.muster.simulator.live;

import java.util.List;
import java.util.Optional;
import uk.muster.kernel.event.AbsenceEvent.Channel;
import uk.muster.kernel.event.AbsenceEvent.Outcome;
import uk.muster.kernel.event.AbsenceEvent.Purpose;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.simulator.school.Contact;
import uk.muster.simulator.term.Silence.Way;

/** Trying to reach a family: by telephone first, then whoever is named second, in writing. Now and then the office is too busy for a round. */
final class Calls {

    private static final double TOO_BUSY = 0.15;

    private Calls() {}

    static Optional<Deed.Attempt> make(Work work) {
        List<OpenTask> due = work.of(TaskKind.CONTACT).stream()
                .filter(task -> task.date().equals(work.today()))
                .toList();
        if (due.isEmpty() || (work.chance().happens(TOO_BUSY) && !work.round().isSince(Round.AFTERNOON))) {
            return Optional.empty();
        }
        boolean again = due.stream().anyMatch(task -> task.step().contains("fallback"));
        return Optional.of(work.isReached(Way.ANSWERS) ? spoken(work, due, again) : tried(work, due, again));
    }

    private static Deed.Attempt spoken(Work work, List<OpenTask> due, boolean again) {
        String note = work.spell().filter(spell -> spell.code().equals("O")).isPresent()
                ? "Spoke, but was given no reason that explains the absence"
                : "Spoke; the reason was given";
        return attempt(work, due, contact(work, again), Channel.PHONE, Outcome.SPOKE, note);
    }

    private static Deed.Attempt tried(Work work, List<OpenTask> due, boolean again) {
        Contact contact = contact(work, again || work.chance().happens(0.3));
        if (again || work.chance().happens(0.2)) {
            return attempt(work, due, contact, Channel.SMS, Outcome.SENT, "Asked to ring the school");
        }
        double u = work.chance().uniform();
        if (u < 0.55) {
            return attempt(work, due, contact, Channel.PHONE, Outcome.NO_ANSWER, "Rang out");
        }
        return u < 0.95
                ? attempt(work, due, contact, Channel.PHONE, Outcome.VOICEMAIL, "Left a message to ring the school")
                : attempt(work, due, contact, Channel.PHONE, Outcome.WRONG_NUMBER, "The number is no longer in use");
    }

    private static Contact contact(Work work, boolean second) {
        List<Contact> contacts = work.pupil().contacts();
        return second ? contacts.getLast() : contacts.getFirst();
    }

    private static Deed.Attempt attempt(
            Work work, List<OpenTask> due, Contact contact, Channel channel, Outcome outcome, String note) {
        Purpose purpose =
                due.stream().anyMatch(task -> task.schoolDay() == 1) ? Purpose.FIRST_DAY : Purpose.DAILY;
        return new Deed.Attempt(
                work.at(work.chance().between(1, 4)),
                work.pupil().id(),
                channel,
                contact.id(),
                outcome,
                purpose,
                note,
                work.people().officer());
    }
}
