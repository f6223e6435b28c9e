package uk.muster.simulator.live;

import java.util.List;
import uk.muster.kernel.event.AbsenceEvent.Channel;
import uk.muster.kernel.event.AbsenceEvent.Outcome;
import uk.muster.kernel.event.AbsenceEvent.Purpose;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.simulator.school.Contact;
import uk.muster.simulator.term.Silence.Way;

/** Trying to reach a family: by telephone first, then whoever is named second. Now and then the office is too busy for a round. */
final class Calls {

    private static final double TOO_BUSY = 0.15;

    private Calls() {}

    /** @param policyAsksAgain whether the policy makes the second attempt of the first day a task of its own */
    static List<Deed.Attempt> make(Work work, boolean policyAsksAgain) {
        List<OpenTask> due = work.of(TaskKind.CONTACT).stream()
                .filter(task -> task.date().equals(work.today()))
                .toList();
        if (due.isEmpty() || (work.chance().happens(TOO_BUSY) && !work.round().isSince(Round.AFTERNOON))) {
            return List.of();
        }
        Purpose purpose = due.stream().anyMatch(task -> task.schoolDay() == 1) ? Purpose.FIRST_DAY : Purpose.DAILY;
        boolean others = due.stream().anyMatch(task -> task.step().contains("fallback"));
        int minutes = work.chance().between(2, 4);
        if (work.isReached(Way.ANSWERS)) {
            return List.of(spoken(work, minutes, others, purpose));
        }
        if (others) {
            return List.of(inWriting(work, minutes, purpose));
        }
        if (purpose == Purpose.DAILY) {
            return List.of(
                    work.chance().happens(0.2)
                            ? inWriting(work, minutes, purpose)
                            : byTelephone(work, minutes, work.chance().happens(0.3), purpose));
        }
        Deed.Attempt first = byTelephone(work, minutes, false, purpose);
        return policyAsksAgain ? List.of(first) : List.of(first, second(work, purpose));
    }

    private static Deed.Attempt spoken(Work work, int minutes, boolean others, Purpose purpose) {
        String note = work.spell().filter(spell -> spell.code().equals("O")).isPresent()
                ? "Spoke, but was given no reason that explains the absence"
                : "Spoke; the reason was given";
        return attempt(work, minutes, others, Channel.PHONE, Outcome.SPOKE, purpose, note);
    }

    /** On the first day nobody leaves it at one. */
    private static Deed.Attempt second(Work work, Purpose purpose) {
        return work.chance().happens(0.5) ? inWriting(work, 1, purpose) : byTelephone(work, 1, true, purpose);
    }

    private static Deed.Attempt byTelephone(Work work, int minutes, boolean others, Purpose purpose) {
        double u = work.chance().uniform();
        if (u < 0.55) {
            return attempt(work, minutes, others, Channel.PHONE, Outcome.NO_ANSWER, purpose, "Rang out");
        }
        return u < 0.95
                ? attempt(work, minutes, others, Channel.PHONE, Outcome.VOICEMAIL, purpose, "Asked to ring the school")
                : attempt(
                        work,
                        minutes,
                        others,
                        Channel.PHONE,
                        Outcome.WRONG_NUMBER,
                        purpose,
                        "The number is not in use");
    }

    private static Deed.Attempt inWriting(Work work, int minutes, Purpose purpose) {
        return attempt(work, minutes, true, Channel.SMS, Outcome.SENT, purpose, "Asked to ring the school");
    }

    private static Deed.Attempt attempt(
            Work work, int minutes, boolean others, Channel channel, Outcome outcome, Purpose purpose, String note) {
        List<Contact> contacts = work.pupil().contacts();
        return new Deed.Attempt(
                work.at(minutes),
                work.pupil().id(),
                channel,
                (others ? contacts.getLast() : contacts.getFirst()).id(),
                outcome,
                purpose,
                note,
                work.people().officer());
    }
}
