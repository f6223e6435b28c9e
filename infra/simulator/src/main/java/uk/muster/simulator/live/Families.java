package uk.muster.simulator.live;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.muster.kernel.calendar.SchoolCalendars;
import uk.muster.kernel.event.AbsenceEvent.Channel;
import uk.muster.kernel.event.AbsenceEvent.Reporter;
import uk.muster.kernel.identity.Person;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.simulator.chance.Chance;
import uk.muster.simulator.school.Contact;
import uk.muster.simulator.school.Pupil;
import uk.muster.simulator.school.RollEntry;
import uk.muster.simulator.school.SchoolPlan;
import uk.muster.simulator.term.LivedTerm;
import uk.muster.simulator.term.Silence;
import uk.muster.simulator.term.Silence.Way;
import uk.muster.simulator.term.Spell;
import uk.muster.simulator.term.Story;

/** What families tell a school in a term, and what the school decides and expects upon it: all that does not wait for a task. */
public final class Families {

    private static final double TELLS_BEFORE = 0.85;
    private static final int LONG_FOR_AN_ILLNESS = 4;
    private static final double EXPECTED_LONGER = 0.06;
    private static final int SCHOOL_DAYS_OF_A_RETURN = 15;

    private final SchoolPlan plan;
    private final People people;
    private final SchoolCalendars calendars;
    private final Map<PupilId, Pupil> pupils;
    private final long seed;

    private Families(LivedTerm lived, long seed) {
        this.plan = lived.term().plan();
        this.people = People.of(plan);
        this.calendars = SchoolCalendars.of(List.of(plan.calendar()), List.of());
        this.pupils = lived.term().roll().stream()
                .map(RollEntry::pupil)
                .collect(Collectors.toMap(Pupil::id, Function.identity()));
        this.seed = seed;
    }

    /** In order of time. */
    public static List<Deed> of(LivedTerm lived, long seed) {
        Families families = new Families(lived, seed);
        List<Deed> deeds = new ArrayList<>();
        lived.spells().forEach(spell -> deeds.addAll(families.about(spell)));
        deeds.sort(Comparator.comparing(Deed::at).thenComparing(Deed::pupil));
        return List.copyOf(deeds);
    }

    private List<Deed> about(Spell spell) {
        Chance chance = Chance.of(seed, plan.urn(), "family", spell.pupil(), spell.from());
        List<Deed> deeds = new ArrayList<>();
        spell.silence()
                .ifPresentOrElse(silence -> unheard(chance, spell, silence, deeds), () -> told(chance, spell, deeds));
        return deeds;
    }

    private void told(Chance chance, Spell spell, List<Deed> deeds) {
        LocalDate first = spell.from().date();
        boolean longIllness = spell.story().equals(Optional.of(Story.LONG_ILLNESS));
        if (!spell.code().equals("I") || !(longIllness || chance.happens(TELLS_BEFORE))) {
            return;
        }
        deeds.add(report(chance, spell, before(Round.BEFORE_SCHOOL, first, chance.between(2, 45)), first));
        if (longIllness) {
            calendars
                    .nextSchoolDay(first, 2)
                    .ifPresent(day -> deeds.add(forecast(spell, day, SCHOOL_DAYS_OF_A_RETURN + 1)));
        } else if (spell.schoolDays() >= LONG_FOR_AN_ILLNESS && chance.happens(EXPECTED_LONGER)) {
            calendars.nextSchoolDay(first, 1).ifPresent(day -> deeds.add(forecast(spell, day, chance.between(6, 16))));
        }
    }

    private void unheard(Chance chance, Spell spell, Silence silence, List<Deed> deeds) {
        if (silence.way() == Way.TELLS) {
            silence.reachedOn()
                    .ifPresent(day -> deeds.add(report(
                            chance,
                            spell,
                            before(Round.SECOND_CALLS, day, chance.between(1, 30)),
                            spell.from().date())));
        }
        silence.decidedOn().ifPresent(day -> deeds.add(decision(spell, silence, day)));
    }

    /** What a morning was is decided by noon; what a day was, at its end. */
    private Deed decision(Spell spell, Silence silence, LocalDate day) {
        boolean noon = silence.lastUnexplained().equals(new SessionKey(day, SessionHalf.AM));
        boolean byHead = !spell.code().equals("I");
        return new Deed.Decision(
                before(noon ? Round.VISITS : Round.DESK, day, 1),
                spell.pupil(),
                spell.from(),
                silence.lastUnexplained(),
                spell.code(),
                Words.decision(spell.code(), silence),
                byHead ? people.head() : people.officer());
    }

    private Deed report(Chance chance, Spell spell, Instant at, LocalDate from) {
        Pupil pupil = pupils.get(spell.pupil());
        Contact contact = chance.happens(0.8)
                ? pupil.contacts().getFirst()
                : pupil.contacts().getLast();
        Optional<LocalDate> back =
                chance.happens(0.7) ? calendars.nextSchoolDay(spell.to().date(), 1) : Optional.empty();
        return new Deed.Report(
                at,
                spell.pupil(),
                new Reporter(contact.name(), contact.relationship()),
                chance.oneOf(List.of(Channel.PHONE, Channel.PHONE, Channel.EMAIL, Channel.APP, Channel.VOICEMAIL)),
                spell.story().equals(Optional.of(Story.LONG_ILLNESS))
                        ? Words.LONG_ILLNESS
                        : Words.report(chance, spell.code()),
                from,
                back,
                people.officer());
    }

    private Deed forecast(Spell spell, LocalDate day, int schoolDays) {
        Person author = people.officer();
        return new Deed.Forecast(
                before(Round.DESK, day, 5), spell.pupil(), spell.from().date(), schoolDays, author);
    }

    private static Instant before(Round round, LocalDate day, int minutes) {
        return round.on(day).minus(Duration.ofMinutes(minutes));
    }
}
