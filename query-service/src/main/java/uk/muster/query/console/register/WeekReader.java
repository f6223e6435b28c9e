package uk.muster.query.console.register;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import uk.muster.http.convention.Times;
import uk.muster.http.problem.ProblemException;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.calendar.SchoolCalendars;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.query.console.register.WeekPage.Column;
import uk.muster.query.console.register.WeekPage.Moment;
import uk.muster.query.console.register.WeekPage.Row;
import uk.muster.query.console.shell.Say;
import uk.muster.query.pupil.Pupil;
import uk.muster.query.pupil.PupilOpener;
import uk.muster.query.pupil.Pupils;
import uk.muster.query.register.RegisterPage;
import uk.muster.query.register.RegisterPage.AmendmentLine;
import uk.muster.query.register.RegisterPage.MarkLine;
import uk.muster.query.register.RegisterReader;
import uk.muster.query.school.Schools;

/** Puts a class's week together out of its registers, each read as any other reader of it does. */
final class WeekReader {

    private static final int SCHOOL_DAYS = 5;
    private static final int UNKNOWN = 404;

    private final Schools schools;
    private final Pupils pupils;
    private final PupilOpener opener;
    private final RegisterReader registers;
    private final InstantSource clock;

    WeekReader(Schools schools, Pupils pupils, PupilOpener opener, RegisterReader registers, InstantSource clock) {
        this.schools = schools;
        this.pupils = pupils;
        this.opener = opener;
        this.registers = registers;
        this.clock = clock;
    }

    /**
     * What a reader sees of registers.
     *
     * @param names whether pupils are shown by name
     * @param links whether the names lead to their pages
     * @param special whether details of special categories are shown
     */
    record Sight(boolean names, boolean links, boolean special, boolean mayAmend) {}

    /**
     * @param chosen a register of the week
     * @param asOf null for now
     * @throws uk.muster.http.problem.ProblemException 404 where school or group is not known
     */
    WeekPage read(RegisterId chosen, @Nullable Instant asOf, Sight sight) {
        LocalDate today = London.dateOf(clock.instant());
        LocalDate monday = monday(chosen.session().date());
        SchoolCalendars calendars = schools.require(chosen.urn(), Instant.MAX).calendars();
        SequencedMap<RegisterId, Optional<RegisterPage>> now = new LinkedHashMap<>();
        SequencedMap<RegisterId, Optional<RegisterPage>> then = new LinkedHashMap<>();
        registers.read(chosen, Instant.MAX, sight.special());
        for (RegisterId id : week(chosen, monday)) {
            boolean held =
                    calendars.isOpen(id.session()) && !id.session().date().isAfter(today);
            Optional<RegisterPage> page = held ? find(id, Instant.MAX, sight) : Optional.empty();
            now.put(id, page);
            then.put(id, asOf == null || page.isEmpty() ? page : find(id, asOf, sight));
        }
        LocalDate nextMonday = monday.plusWeeks(1);
        return new WeekPage(
                chosen.group().value(),
                "Week of " + Say.date(monday),
                href(chosen),
                href(chosen, monday.minusWeeks(1)),
                nextMonday.isAfter(today) ? null : href(chosen, nextMonday),
                then.entrySet().stream()
                        .map(each -> column(each.getKey(), each.getValue(), chosen))
                        .toList(),
                rows(then, sight),
                asOf == null ? null : Times.print(asOf),
                asOf == null ? null : Say.moment(asOf),
                moments(now, asOf),
                summary(then),
                sight.links(),
                sight.mayAmend() && asOf == null);
    }

    private static List<RegisterId> week(RegisterId chosen, LocalDate monday) {
        List<RegisterId> week = new ArrayList<>();
        for (int day = 0; day < SCHOOL_DAYS; day++) {
            for (SessionHalf half : SessionHalf.values()) {
                week.add(new RegisterId(chosen.urn(), new SessionKey(monday.plusDays(day), half), chosen.group()));
            }
        }
        return week;
    }

    /** Empty where the register was first recorded later. */
    private Optional<RegisterPage> find(RegisterId id, Instant asOf, Sight sight) {
        try {
            return Optional.of(registers.read(id, asOf, sight.special()));
        } catch (ProblemException e) {
            if (e.problem().status() == UNKNOWN) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static Column column(RegisterId id, Optional<RegisterPage> page, RegisterId chosen) {
        String taken = page.map(register -> register.takenAt() == null
                        ? "not taken"
                        : Say.time(register.takenAt()) + ", " + Say.person(register.takenBy()))
                .orElse("");
        return new Column(
                Say.shortDay(id.session().date()), id.session().half().name(), href(id), taken, id.equals(chosen));
    }

    private List<Row> rows(SequencedMap<RegisterId, Optional<RegisterPage>> week, Sight sight) {
        Map<String, Map<RegisterId, MarkLine>> marks = new LinkedHashMap<>();
        week.forEach((id, page) -> page.ifPresent(register -> {
            register.missing().forEach(pupil -> marks.computeIfAbsent(pupil, _ -> new LinkedHashMap<>()));
            register.marks()
                    .forEach(mark -> marks.computeIfAbsent(mark.pupilId(), _ -> new LinkedHashMap<>())
                            .put(id, mark));
        }));
        Map<String, Pupil> known =
                sight.names() ? pupils.byId(week.firstEntry().getKey().urn(), marks.keySet()) : Map.of();
        opener.prepare(known.values().stream().map(Pupil::state).toList());
        return marks.entrySet().stream()
                .sorted(Comparator.comparing(each -> sortingName(known, each.getKey())))
                .map(each -> new Row(
                        each.getKey(),
                        known.containsKey(each.getKey())
                                ? opener.nameOf(known.get(each.getKey()).state())
                                : each.getKey(),
                        week.entrySet().stream()
                                .map(column -> Cells.of(
                                        each.getKey(),
                                        column.getKey(),
                                        column.getValue().isPresent(),
                                        each.getValue().get(column.getKey())))
                                .toList()))
                .toList();
    }

    private String sortingName(Map<String, Pupil> known, String pupilId) {
        return Optional.ofNullable(known.get(pupilId))
                .map(pupil -> opener.sortingNameOf(pupil.state()))
                .orElse(pupilId);
    }

    private static List<Moment> moments(Map<RegisterId, Optional<RegisterPage>> week, @Nullable Instant asOf) {
        NavigableSet<Instant> instants = new TreeSet<>();
        week.values().stream().flatMap(Optional::stream).forEach(page -> {
            if (page.recordedAt() != null) {
                instants.add(page.recordedAt());
            }
            for (MarkLine mark : page.marks()) {
                instants.add(mark.recordedAt());
                mark.amendments().stream().map(AmendmentLine::recordedAt).forEach(instants::add);
            }
        });
        return instants.stream()
                .map(instant -> new Moment(Times.print(instant), Say.moment(instant), instant.equals(asOf)))
                .toList();
    }

    private static String summary(Map<RegisterId, Optional<RegisterPage>> week) {
        long taken = week.values().stream()
                .flatMap(Optional::stream)
                .filter(page -> page.takenAt() != null)
                .count();
        long amended = week.values().stream()
                .flatMap(Optional::stream)
                .flatMap(page -> page.marks().stream())
                .filter(mark -> !mark.amendments().isEmpty())
                .count();
        return Say.count(taken, "register") + " taken, " + Say.count(amended, "mark") + " amended";
    }

    private static LocalDate monday(LocalDate date) {
        return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    static String href(RegisterId id) {
        return "/schools/" + id.urn() + "/registers/" + id.session().date() + "/"
                + id.session().half() + "/" + id.group();
    }

    private static String href(RegisterId id, LocalDate day) {
        return href(new RegisterId(id.urn(), new SessionKey(day, id.session().half()), id.group()));
    }
}
