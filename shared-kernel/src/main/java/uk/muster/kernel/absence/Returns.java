package uk.muster.kernel.absence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.event.AbsenceEvent.SicknessForecast;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.policy.FollowUpPolicy.Counting;
import uk.muster.kernel.policy.FollowUpPolicy.MedicalEvidence;
import uk.muster.kernel.policy.FollowUpPolicy.SicknessReturn;
import uk.muster.kernel.policy.FollowUpPolicy.UnauthorisedReturn;
import uk.muster.kernel.policy.Modality;

/**
 * Clocks over many days that contact does not stop: the local authority is told of ten school days without leave (reg 13(1)) and of fifteen
 * school days of illness (reg 13(2)), and evidence of a long illness may be asked for. They count within an academic year.
 */
final class Returns {

    static final String UNAUTHORISED = "la-unauthorised";
    static final String SICKNESS = "la-sickness";
    static final String EVIDENCE = "medical-evidence";

    private static final int SESSIONS_OF_A_DAY = 2;

    private final FollowUpFacts facts;
    private final LocalDate yearFrom;
    private final LocalDate yearTo;

    /** From the first mark that is known: before it nothing was counted. */
    private final List<Day> days;

    Returns(FollowUpFacts facts) {
        this.facts = facts;
        AcademicYear year = AcademicYear.of(facts.today());
        this.yearFrom = year.firstDay();
        this.yearTo = year.lastDay();
        this.days = facts
                .marks()
                .firstDay()
                .map(first -> first.isAfter(yearFrom) ? first : yearFrom)
                .map(first -> facts.calendars().schoolDays(first, facts.today()))
                .orElse(List.of())
                .stream()
                .map(this::day)
                .toList();
    }

    /**
     * A school day of the pupil.
     *
     * @param marks of its sessions, none where a session says nothing
     * @param complete whether there is no session that may have been attended
     */
    private record Day(LocalDate date, List<KnownMark> marks, boolean complete) {

        boolean isAll(Predicate<KnownMark> kind) {
            return complete && !marks.isEmpty() && marks.stream().allMatch(kind);
        }

        long count(Predicate<KnownMark> kind) {
            return marks.stream().filter(kind).count();
        }

        Instant knownAt() {
            return marks.stream()
                    .map(KnownMark::knownAt)
                    .max(Instant::compareTo)
                    .orElse(Instant.EPOCH);
        }
    }

    /** When a limit was met. */
    private record Met(Day on, LocalDate sameFrom, LocalDate sameTo) {}

    List<Due> due() {
        List<Due> due = new ArrayList<>();
        due.addAll(unauthorised());
        due.addAll(sickness());
        due.addAll(evidence());
        return due;
    }

    private List<Due> unauthorised() {
        UnauthorisedReturn rule = facts.rules().unauthorised();
        List<Met> met = new ArrayList<>();
        if (rule.counting() != Counting.CUMULATIVE) {
            met.addAll(runs(KnownMark::isUnauthorised, rule.days()));
        }
        if (rule.counting() != Counting.CONTINUOUS) {
            total(KnownMark::isUnauthorised, rule.sessions())
                    .filter(sum -> met.stream()
                            .noneMatch(run -> !run.on().date().isAfter(sum.on().date())))
                    .ifPresent(met::add);
        }
        return met.stream()
                .filter(each -> !isHistory(each.on()))
                .map(each -> task(UNAUTHORISED, TaskKind.NOTIFY, Modality.MUST, each, rule.days(), "la_notify"))
                .toList();
    }

    private List<Due> sickness() {
        SicknessReturn rule = facts.rules().sickness();
        Modality modality = rule.mandatory() ? Modality.MUST : Modality.MUST_CONSIDER;
        Stream<Met> runs = rule.counting() == Counting.CUMULATIVE
                ? Stream.empty()
                : runs(KnownMark::isIllness, rule.days()).stream();
        Stream<Met> sum = rule.counting() == Counting.CONTINUOUS
                ? Stream.empty()
                : total(KnownMark::isIllness, rule.days() * SESSIONS_OF_A_DAY).stream();
        Stream<Met> met = Stream.concat(runs, sum).filter(each -> !isHistory(each.on()));
        if (!rule.oncePerYear()) {
            return met.map(each -> task(SICKNESS, TaskKind.RETURN, modality, each, rule.days(), "sickness_return"))
                    .toList();
        }
        Stream<Due> reached = met.map(each -> new Met(each.on(), yearFrom, yearTo))
                .map(each -> task(SICKNESS, TaskKind.RETURN, modality, each, rule.days(), "sickness_return"));
        return Stream.concat(reached, forecast(rule, modality)).limit(1).toList();
    }

    /** The belief is enough, for past or foreseeable illness (KTS-12, CS-30); it falls due on the day it is held. */
    private Stream<Due> forecast(SicknessReturn rule, Modality modality) {
        Optional<SicknessForecast> believed = facts.state().forecasts().stream()
                .filter(each -> rule.anticipatory()
                        && each.expectedSchoolDays() >= rule.days()
                        && AcademicYear.of(each.from()).equals(AcademicYear.of(facts.today())))
                .findFirst();
        return believed.stream()
                .map(_ -> task(
                        SICKNESS,
                        TaskKind.RETURN,
                        modality,
                        new Met(new Day(facts.today(), List.of(), false), yearFrom, yearTo),
                        rule.days(),
                        "sickness_return"));
    }

    private List<Due> evidence() {
        MedicalEvidence rule = facts.rules().medicalEvidence();
        Integer fromDay = rule.fromDay();
        List<Met> met = new ArrayList<>(fromDay == null ? List.of() : runs(KnownMark::isIllness, fromDay));
        if (rule.besideUnauthorised()) {
            besideUnauthorised().stream()
                    .filter(beside -> met.stream().noneMatch(run -> overlaps(run, beside)))
                    .forEach(met::add);
        }
        return met.stream()
                .filter(each -> !isHistory(each.on()))
                .map(each -> task(
                        EVIDENCE,
                        TaskKind.DECIDE,
                        Modality.MAY,
                        each,
                        fromDay == null ? 1 : fromDay,
                        "medical_evidence"))
                .toList();
    }

    private static boolean overlaps(Met a, Met b) {
        return !a.sameFrom().isAfter(b.sameTo()) && !b.sameFrom().isAfter(a.sameTo());
    }

    /** Runs of illness with unauthorised absence on the school day before or after them (CS-16). */
    private List<Met> besideUnauthorised() {
        List<Met> met = new ArrayList<>();
        for (int i = 1; i < days.size(); i++) {
            Day before = days.get(i - 1);
            Day on = days.get(i);
            if (isBeside(before, on) || isBeside(on, before)) {
                met.add(new Met(on, runFrom(i), on.date()));
            }
        }
        return met;
    }

    private static boolean isBeside(Day ill, Day away) {
        return ill.count(KnownMark::isIllness) > 0
                && away.count(mark -> mark.code().equals("G") || mark.code().equals(KnownMark.UNAUTHORISED)) > 0;
    }

    /** The first day of the illness, or of the day before it, that a day belongs to. */
    private LocalDate runFrom(int last) {
        int first = last;
        while (first > 0 && days.get(first - 1).count(KnownMark::isIllness) > 0) {
            first--;
        }
        return days.get(first).date();
    }

    /** Each run of whole days of a kind that is as long as the limit: when it became so, and the days of the run. */
    private List<Met> runs(Predicate<KnownMark> kind, int limit) {
        List<Met> met = new ArrayList<>();
        @Nullable LocalDate from = null;
        @Nullable Day at = null;
        int length = 0;
        for (Day day : days) {
            if (day.marks().isEmpty() && day.complete()) {
                continue;
            }
            if (day.isAll(kind)) {
                from = from == null ? day.date() : from;
                length++;
                at = length == limit ? day : at;
                if (at != null) {
                    extend(met, new Met(at, from, day.date()));
                }
            } else {
                from = null;
                at = null;
                length = 0;
            }
        }
        return met;
    }

    private static void extend(List<Met> met, Met run) {
        if (!met.isEmpty() && met.getLast().sameFrom().equals(run.sameFrom())) {
            met.removeLast();
        }
        met.add(run);
    }

    /** When so many sessions of a kind have come together in the academic year. */
    private Optional<Met> total(Predicate<KnownMark> kind, int limit) {
        long count = 0;
        for (Day day : days) {
            count += day.count(kind);
            if (count >= limit) {
                return Optional.of(new Met(day, yearFrom, yearTo));
            }
        }
        return Optional.empty();
    }

    private boolean isHistory(Day day) {
        return facts.isHistory(day.date(), day.knownAt());
    }

    private Due task(String step, TaskKind kind, Modality modality, Met met, int days, String action) {
        LocalDate day = met.on().date();
        return new Due(
                step,
                kind,
                modality,
                day,
                days,
                List.of(action),
                facts.now(),
                facts.dueAt(day),
                met.sameFrom(),
                met.sameTo(),
                Instant.MAX);
    }

    /** A session that has no mark, or none yet today, says nothing; one of which nobody knows whether it has a mark is taken as attended. */
    private Day day(LocalDate date) {
        List<KnownMark> marks = new ArrayList<>();
        boolean complete = true;
        for (SessionHalf half : SessionHalf.values()) {
            SessionKey session = new SessionKey(date, half);
            if (!facts.calendars().countsInRates(session)) {
                continue;
            }
            Optional<KnownMark> mark = facts.marks().find(session);
            if (mark.isEmpty()) {
                complete &= facts.marks().isUnmarked(session) || date.equals(facts.today());
            } else if (mark.get().meaning() != KnownMark.Meaning.NOT_EXPECTED) {
                marks.add(mark.get());
            }
        }
        return new Day(date, List.copyOf(marks), complete);
    }
}
