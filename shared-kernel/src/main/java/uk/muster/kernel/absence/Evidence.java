package uk.muster.kernel.absence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import uk.muster.kernel.absence.CountedDays.Day;
import uk.muster.kernel.absence.CountedDays.Met;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.kernel.policy.FollowUpPolicy.MedicalEvidence;
import uk.muster.kernel.policy.Modality;

/**
 * When medical evidence may be asked for, once an illness: it is long (KTS-37, CS-16), it lies beside unauthorised absence (CS-16), it is one of
 * many (CS-15), or somebody has grounds to ask (KTS-36, IPAT-26). The task's actions say which.
 */
final class Evidence {

    static final String STEP = "medical-evidence";

    /** The action of a task that rests on what a person said, not on marks. */
    static final String ON_GROUNDS = "doubt";

    private final FollowUpFacts facts;
    private final CountedDays days;
    private final MedicalEvidence rule;

    Evidence(FollowUpFacts facts, CountedDays days) {
        this.facts = facts;
        this.days = days;
        this.rule = facts.rules().medicalEvidence();
    }

    /** An illness that may be asked about, and why: the first reason there is. */
    private record Asked(Met met, String why) {

        Asked with(Met more) {
            return new Asked(new Met(met.on(), earlier(met.from(), more.from()), later(met.to(), more.to())), why);
        }
    }

    List<Due> due() {
        List<Asked> asked = new ArrayList<>();
        ask(asked, longIllness(), "long_illness");
        ask(asked, besideUnauthorised(), "adjacent_unauthorised");
        ask(asked, oneOfMany(), "multiple_medical");
        ask(asked, onGrounds(), ON_GROUNDS);
        return asked.stream().map(this::task).toList();
    }

    private static void ask(List<Asked> asked, List<Met> met, String why) {
        for (Met each : met) {
            int at = 0;
            while (at < asked.size() && !asked.get(at).met().overlaps(each)) {
                at++;
            }
            if (at < asked.size()) {
                asked.set(at, asked.get(at).with(each));
            } else {
                asked.add(new Asked(each, why));
            }
        }
    }

    private Due task(Asked asked) {
        Integer fromDay = rule.fromDay();
        return Due.now(
                facts,
                STEP,
                TaskKind.DECIDE,
                Modality.MAY,
                asked.met(),
                fromDay == null ? 1 : fromDay,
                List.of("medical_evidence", asked.why()));
    }

    private List<Met> longIllness() {
        Integer fromDay = rule.fromDay();
        return fromDay == null ? List.of() : days.runs(KnownMark::isIllness, fromDay);
    }

    /** Illness with unauthorised absence on the school day before or after it. */
    private List<Met> besideUnauthorised() {
        List<Met> met = new ArrayList<>();
        List<Day> all = days.all();
        for (int i = 1; rule.besideUnauthorised() && i < all.size(); i++) {
            Day before = all.get(i - 1);
            Day on = all.get(i);
            if ((isBeside(before, on) || isBeside(on, before)) && !days.isHistory(on)) {
                met.add(new Met(on.date(), runFrom(i), on.date()));
            }
        }
        return met;
    }

    private static boolean isBeside(Day ill, Day away) {
        return isIll(ill)
                && away.hasAny(mark -> mark.code().equals("G") || mark.code().equals(KnownMark.UNAUTHORISED));
    }

    /** The first day of the illness, or of the day before it, that a day belongs to. */
    private LocalDate runFrom(int last) {
        int first = last;
        while (first > 0 && isIll(days.all().get(first - 1))) {
            first--;
        }
        return days.all().get(first).date();
    }

    /** From the illness on that is one too many in the academic year, each of them. */
    private List<Met> oneOfMany() {
        Integer most = rule.fromSpell();
        List<List<Day>> spells = most == null ? List.of() : days.streaks(Evidence::isIll);
        return spells.stream()
                .skip(most == null ? 0 : most - 1L)
                .filter(spell -> !days.isHistory(spell.getFirst()))
                .map(spell -> new Met(
                        spell.getFirst().date(),
                        spell.getFirst().date(),
                        spell.getLast().date()))
                .toList();
    }

    /** What was reported while somebody had grounds to ask, until its first day shows something else than illness. */
    private List<Met> onGrounds() {
        Reports reports = new Reports(facts);
        return facts.state().reports().stream()
                .filter(report -> rule.onGrounds() && Reports.isDoubted(report))
                .filter(report -> reports.isOpen(report, KnownMark::isIllness))
                .flatMap(report -> reports.dayOf(report).stream()
                        .filter(day -> facts.isTimely(STEP, day))
                        .map(day -> illnessOf(report.from(), day)))
                .toList();
    }

    /** The days of the illness that began on one day and was reported on another, as far as marks show it. */
    private Met illnessOf(LocalDate from, LocalDate reported) {
        Met said = new Met(reported, earlier(from, reported), later(from, reported));
        return days.streaks(day -> isIll(day) || day.hasAny(KnownMark::isUnexplained) || isSaid(day, said)).stream()
                .map(spell -> new Met(
                        reported, spell.getFirst().date(), spell.getLast().date()))
                .filter(said::overlaps)
                .reduce(said, (a, b) -> new Met(reported, earlier(a.from(), b.from()), later(a.to(), b.to())));
    }

    /** Whether what was said is all that is known of a day. */
    private static boolean isSaid(Day day, Met said) {
        return day.marks().isEmpty()
                && !day.date().isBefore(said.from())
                && !day.date().isAfter(said.to());
    }

    private static boolean isIll(Day day) {
        return day.hasAny(KnownMark::isIllness);
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}
