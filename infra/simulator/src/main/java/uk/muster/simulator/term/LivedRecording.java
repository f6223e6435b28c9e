package uk.muster.simulator.term;

import static uk.muster.kernel.identity.SessionHalf.AM;
import static uk.muster.kernel.identity.SessionHalf.PM;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import uk.muster.kernel.code.Enrolment;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.simulator.chance.Chance;
import uk.muster.simulator.school.RollEntry;

/**
 * How a school enters one pupil's sessions while it lives them: an absence nobody told it of is N in each register until somebody explains it,
 * for who that will be is not known yet. All else is entered as in a term that is over.
 */
final class LivedRecording implements Entering {

    private final RollEntry entry;
    private final Optional<Story> story;
    private final Strip strip;
    private final SilenceDraw silences;
    private final Chance chance;
    private final Recording recording;
    private final Consumer<Spell> spells;
    private Optional<Spell> current = Optional.empty();

    LivedRecording(
            RollEntry entry,
            Optional<Story> story,
            Strip strip,
            SilenceDraw silences,
            Chance chance,
            Recording recording,
            Consumer<Spell> spells) {
        this.entry = entry;
        this.story = story;
        this.strip = strip;
        this.silences = silences;
        this.chance = chance;
        this.recording = recording;
        this.spells = spells;
    }

    @Override
    public Optional<Mark> enter(RegisterId register, Instant taking, int day, String settled, int dayOfSpell) {
        return switch (settled) {
            case "I", "O", "G", "C" -> Optional.of(absent(register.session(), day, settled, dayOfSpell));
            default -> recording.enter(register, taking, day, settled, dayOfSpell);
        };
    }

    private Mark absent(SessionKey session, int day, String settled, int dayOfSpell) {
        if (dayOfSpell == 0 && session.half() == AM) {
            Spell begun = begin(session, day, settled);
            spells.accept(begun);
            current = Optional.of(begun);
        }
        boolean unexplained = current.filter(spell -> spell.covers(session))
                .flatMap(Spell::silence)
                .filter(silence -> session.compareTo(silence.lastUnexplained()) <= 0)
                .isPresent();
        return recording.plain(unexplained ? "N" : settled);
    }

    private Spell begin(SessionKey session, int day, String code) {
        int lastSession = strip.lastOfSpell(2 * day);
        int last = lastSession / 2;
        List<LocalDate> days = silences.days();
        Optional<Story> own = story.filter(each -> each.code().equals(code) && each.schoolDays() == last - day + 1);
        return new Spell(
                entry.pupil().id(),
                session,
                new SessionKey(days.get(last), lastSession % 2 == 0 ? AM : PM),
                code,
                last - day + 1,
                own,
                silence(own, code, day, last));
    }

    /** Whoever is here for part of the week or the term alone is told of in time: a decision is about sessions that are all theirs. */
    private Optional<Silence> silence(Optional<Story> own, String code, int day, int last) {
        if (own.isPresent()) {
            return own.filter(each -> each != Story.LONG_ILLNESS).map(each -> silences.of(each, day, last));
        }
        boolean silent = chance.happens(SilenceDraw.share(code));
        boolean always = entry.leaving().isEmpty()
                && entry.move().isEmpty()
                && entry.pupil().enrolment() == Enrolment.SINGLE;
        return silent && always ? Optional.of(silences.draw(chance, code, day, last)) : Optional.empty();
    }
}
