package uk.muster.kernel.absence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.muster.kernel.absence.CountedDays.Met;
import uk.muster.kernel.event.AbsenceEvent.SicknessForecast;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.policy.FollowUpPolicy.Counting;
import uk.muster.kernel.policy.FollowUpPolicy.SicknessReturn;
import uk.muster.kernel.policy.FollowUpPolicy.UnauthorisedReturn;
import uk.muster.kernel.policy.Modality;

/**
 * Clocks over many days that contact does not stop: the local authority is told of ten school days without leave (reg 13(1)) and of fifteen
 * school days of illness (reg 13(2)). They count within an academic year.
 */
final class Returns {

    static final String UNAUTHORISED = "la-unauthorised";
    static final String SICKNESS = "la-sickness";

    private static final int SESSIONS_OF_A_DAY = 2;

    private final FollowUpFacts facts;
    private final CountedDays days;

    Returns(FollowUpFacts facts, CountedDays days) {
        this.facts = facts;
        this.days = days;
    }

    List<Due> due() {
        return Stream.concat(unauthorised(), sickness()).toList();
    }

    private Stream<Due> unauthorised() {
        UnauthorisedReturn rule = facts.rules().unauthorised();
        List<Met> met = new ArrayList<>();
        if (rule.counting() != Counting.CUMULATIVE) {
            met.addAll(days.runs(KnownMark::isUnauthorised, rule.days()));
        }
        if (rule.counting() != Counting.CONTINUOUS) {
            days.total(KnownMark::isUnauthorised, rule.sessions())
                    .filter(sum -> met.stream().noneMatch(run -> !run.on().isAfter(sum.on())))
                    .ifPresent(met::add);
        }
        return met.stream()
                .map(each -> task(UNAUTHORISED, TaskKind.NOTIFY, Modality.MUST, each, rule.days(), "la_notify"));
    }

    private Stream<Due> sickness() {
        SicknessReturn rule = facts.rules().sickness();
        Modality modality = rule.mandatory() ? Modality.MUST : Modality.MUST_CONSIDER;
        Stream<Met> runs = rule.counting() == Counting.CUMULATIVE
                ? Stream.empty()
                : days.runs(KnownMark::isIllness, rule.days()).stream();
        Stream<Met> sum = rule.counting() == Counting.CONTINUOUS
                ? Stream.empty()
                : days.total(KnownMark::isIllness, rule.days() * SESSIONS_OF_A_DAY).stream();
        Stream<Met> met = Stream.concat(runs, sum);
        if (rule.oncePerYear()) {
            met = Stream.concat(met.map(each -> days.ofYear(each.on())), forecast(rule))
                    .limit(1);
        }
        return met.map(each -> task(SICKNESS, TaskKind.RETURN, modality, each, rule.days(), "sickness_return"));
    }

    /** The belief is enough, for past or foreseeable illness (KTS-12, CS-30); it falls due on the day it is held. */
    private Stream<Met> forecast(SicknessReturn rule) {
        Optional<SicknessForecast> believed = facts.state().forecasts().stream()
                .filter(each -> rule.anticipatory()
                        && each.expectedSchoolDays() >= rule.days()
                        && AcademicYear.of(each.from()).equals(AcademicYear.of(facts.today())))
                .findFirst();
        return believed.stream().map(_ -> days.ofYear(facts.today()));
    }

    private Due task(String step, TaskKind kind, Modality modality, Met met, int number, String action) {
        return Due.now(facts, step, kind, modality, met, number, List.of(action));
    }
}
