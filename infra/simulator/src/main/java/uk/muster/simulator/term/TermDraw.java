package uk.muster.simulator.term;

import static uk.muster.kernel.identity.SessionHalf.AM;
import static uk.muster.kernel.identity.SessionHalf.PM;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.calendar.Term;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.Person;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.simulator.chance.Chance;
import uk.muster.simulator.school.RollEntry;
import uk.muster.simulator.school.SchoolClass;
import uk.muster.simulator.school.SchoolDays;
import uk.muster.simulator.school.SchoolPlan;

/** Draws a school's whole term. What is sent on a day depends on nothing after it, so a term up to today only grows from day to day. */
public final class TermDraw {

    private static final LocalTime OFFICE_OPENS = LocalTime.of(7, 0);
    private static final LocalTime END_OF_DAY = LocalTime.of(16, 0);

    private final SchoolPlan plan;
    private final List<RollEntry> roll;
    private final boolean autumn;
    private final DayWeights weights;
    private final StripDraw strips;
    private final ClassTrips trips;
    private final long seed;
    private final Map<GroupId, SchoolClass> classes;
    private final Map<RegisterId, Taking> takings = new HashMap<>();
    private final List<Action> actions = new ArrayList<>();
    private final List<Spell> spells = new ArrayList<>();
    private final Stories stories;
    private final boolean lived;

    private record Taking(Instant at, List<Mark> marks) {}

    private TermDraw(
            SchoolPlan plan, List<RollEntry> roll, List<Term> halves, NationalRates rates, long seed, boolean lived) {
        this.plan = plan;
        this.roll = roll;
        this.seed = seed;
        this.autumn = SchoolDays.season(halves.getFirst()).equals("Autumn");
        this.weights = DayWeights.of(plan.calendar(), halves);
        this.classes = plan.classes().stream().collect(Collectors.toMap(SchoolClass::group, Function.identity()));
        this.strips = new StripDraw(
                rates,
                plan.phase(),
                roll.stream().map(e -> e.pupil().yearGroup()).toList(),
                plan.policy().lateCodeUsed() ? Set.of() : Set.of("L"),
                weights);
        this.trips = ClassTrips.draw(plan, rates, weights.days().size(), seed);
        this.lived = lived;
        this.stories = lived ? Stories.draw(plan, roll, weights.days().size(), seed) : Stories.NONE;
    }

    /** @param halves the half terms to draw, of the school's calendar and one after another */
    public static SchoolTerm draw(
            SchoolPlan plan, List<RollEntry> roll, List<Term> halves, NationalRates rates, long seed) {
        return new TermDraw(plan, roll, halves, rates, seed, false).draw();
    }

    /** The same term to be lived day by day: with the stories, and with N until somebody explains it. */
    public static LivedTerm live(
            SchoolPlan plan, List<RollEntry> roll, List<Term> halves, NationalRates rates, long seed) {
        TermDraw draw = new TermDraw(plan, roll, halves, rates, seed, true);
        SchoolTerm term = draw.draw();
        return new LivedTerm(term, List.copyOf(draw.spells), draw.weights.days());
    }

    private SchoolTerm draw() {
        for (RollEntry entry : roll) {
            comeAndGo(entry);
            attend(entry);
        }
        takings.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(
                        Comparator.comparing(RegisterId::session).thenComparing(RegisterId::group)))
                .forEach(taken -> actions.add(taken(taken.getKey(), taken.getValue())));
        actions.sort(Comparator.comparing(Action::at));
        return new SchoolTerm(plan, roll, List.copyOf(actions));
    }

    private Action taken(RegisterId register, Taking taking) {
        return new Action.TakeRegister(taking.at(), register, teacher(register.group()), List.copyOf(taking.marks()));
    }

    private void comeAndGo(RollEntry entry) {
        actions.add(new Action.Admit(at(entry.pupil().admittedOn(), OFFICE_OPENS), plan.urn(), entry.pupil()));
        entry.move()
                .ifPresent(m -> actions.add(
                        new Action.MoveGroup(at(m.from(), OFFICE_OPENS), plan.urn(), entry.pupil(), m.to(), m.from())));
        entry.leaving()
                .ifPresent(l -> actions.add(new Action.Remove(
                        at(l.lastDay(), END_OF_DAY),
                        plan.urn(),
                        entry.pupil().id(),
                        l.lastDay(),
                        l.destination(),
                        plan.head())));
    }

    private void attend(RollEntry entry) {
        var pupil = entry.pupil();
        Strip strip = strips.draw(Chance.of(seed, plan.urn(), "strip", pupil.id()), pupil.yearGroup(), entry.leaning());
        stories.write(pupil.id(), strip);
        Entering recording = entering(entry, strip);
        for (int session = 0; session < strip.sessions(); session++) {
            int day = session / 2;
            LocalDate date = weights.days().get(day);
            if (entry.isOnRoll(date)) {
                SessionHalf half = session % 2 == 0 ? AM : PM;
                RegisterId register = new RegisterId(plan.urn(), new SessionKey(date, half), entry.groupOn(date));
                String settled = settled(entry, strip.code(session), register, day);
                Taking taking = takings.computeIfAbsent(register, this::taking);
                recording
                        .enter(register, taking.at(), day, settled, strip.dayOfSpell(session))
                        .ifPresent(taking.marks()::add);
            }
        }
    }

    private Entering entering(RollEntry entry, Strip strip) {
        PupilId pupil = entry.pupil().id();
        Recording recording =
                new Recording(plan, pupil, weights.days(), Chance.of(seed, plan.urn(), "entry", pupil), actions::add);
        return lived
                ? new LivedRecording(
                        entry,
                        stories.of(pupil),
                        strip,
                        new SilenceDraw(plan, weights.days()),
                        Chance.of(seed, plan.urn(), "silence", pupil),
                        recording,
                        spells::add)
                : recording;
    }

    private String settled(RollEntry entry, @Nullable String spell, RegisterId register, int day) {
        LocalDate date = register.session().date();
        boolean afternoon = register.session().half() == PM;
        String timetabled = Facts.byTimetable(entry.pupil(), date, day, afternoon, autumn);
        if (timetabled != null) {
            return timetabled;
        }
        if (trips.isOut(register.group(), day) && (spell == null || !ClassTrips.keepsAway(spell))) {
            return "V";
        }
        if (spell == null) {
            return afternoon ? "\\" : "/";
        }
        return Facts.byAge(spell, entry.pupil(), date);
    }

    private Taking taking(RegisterId register) {
        int minutes =
                plan.policy().lateCodeUsed() ? Chance.of(seed, register, "bell").between(1, 4) : 0;
        return new Taking(
                Recording.taking(
                        plan.policy(),
                        register.session().date(),
                        register.session().half(),
                        minutes),
                new ArrayList<>());
    }

    private Person teacher(GroupId group) {
        return classes.get(group).teacher();
    }

    private static Instant at(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(London.ZONE).toInstant();
    }
}
