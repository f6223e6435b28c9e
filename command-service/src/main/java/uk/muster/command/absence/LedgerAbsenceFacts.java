package uk.muster.command.absence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.muster.command.absence.AbsenceCommand.AbsenceStream;
import uk.muster.command.absence.AbsentMarks.AbsentMark;
import uk.muster.command.ledger.Batcher;
import uk.muster.command.ledger.LedgerReader;
import uk.muster.command.roll.RollBook;
import uk.muster.command.roll.RollPupil;
import uk.muster.command.school.School;
import uk.muster.command.school.SchoolBook;
import uk.muster.kernel.absence.AbsenceState;
import uk.muster.kernel.absence.AbsentTotals;
import uk.muster.kernel.absence.FollowUpFacts.Deletion;
import uk.muster.kernel.absence.KnownMark;
import uk.muster.kernel.absence.PupilMarks;
import uk.muster.kernel.absence.Reports;
import uk.muster.kernel.absence.Thresholds;
import uk.muster.kernel.event.EventTypes;
import uk.muster.kernel.event.FollowUpEvent.UnexplainedAbsenceOpened;
import uk.muster.kernel.event.PupilEvent.PupilRemovedFromRoll;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.pupil.GroupSpell;
import uk.muster.kernel.pupil.PupilState;

/**
 * Gathers from the ledger: the registers since the absence began, and of the time before that the marks that clocks over many days count. What
 * several looks at once want is read together; classmates have their registers in common.
 */
public final class LedgerAbsenceFacts implements AbsenceFacts, AutoCloseable {

    /** The shortest run of days that anybody asks about has five. */
    private static final int FEWEST_THAT_ADD_UP = 5;

    private static final String UNEXPLAINED = "N";

    private static final int READERS = 2;

    /** Few enough that the registers of so many long absences are held in memory at once without harm. */
    private static final int LOOKS_PER_QUERY = 32;

    private final ClassRegisters classes;
    private final Batcher<AbsentMarks.Question, List<AbsentMark>> marks;
    private final SessionsBeyond beyond;
    private final Batcher<Set<String>, Map<String, List<StoredEvent>>> streams;

    public LedgerAbsenceFacts(
            LedgerReader ledger, ClassRegisters classes, AbsentMarks absent, RollBook roll, SchoolBook schools) {
        this.classes = classes;
        this.marks = new Batcher<>("absent-marks", READERS, LOOKS_PER_QUERY, absent::of, _ -> List.of());
        this.beyond = new SessionsBeyond(roll, schools, marks);
        this.streams =
                new Batcher<>("absence-facts", READERS, LOOKS_PER_QUERY, each -> read(ledger, each), _ -> Map.of());
    }

    @Override
    public Gathered gather(
            AbsenceStream absences, School school, RollPupil pupil, AbsenceState state, LocalDate today) {
        LocalDate since = since(school, state, today);
        LocalDate year = AcademicYear.of(today).firstDay();
        Map<Boolean, List<AbsentMark>> found = marks.answer(new AbsentMarks.Question(pupil.number(), since)).stream()
                .collect(Collectors.partitioningBy(mark ->
                        !mark.session().date().isBefore(year) || mark.code().equals(UNEXPLAINED)));
        List<AbsentMark> counted = found.get(true);
        Optional<LocalDate> from = from(counted, state, today);
        List<GroupId> groups =
                pupil.groups().stream().map(GroupSpell::group).distinct().toList();
        Optional<ClassRegisters.Asked> asked = from.map(first -> classes.ask(absences.urn(), groups, first, today));
        String pupilStream = absences.urn() + "/" + pupil.number();
        Map<String, List<StoredEvent>> events = streams.answer(
                Stream.concat(Stream.of(pupilStream), asked.stream().flatMap(ClassRegisters.Asked::streams))
                        .collect(Collectors.toUnmodifiableSet()));

        NavigableMap<SessionKey, KnownMark> ofYear = new TreeMap<>();
        Map<SessionKey, RegisterId> places = new HashMap<>();
        for (AbsentMark mark : counted) {
            ofYear.put(mark.session(), new KnownMark(mark.code(), mark.knownAt()));
            places.put(mark.session(), new RegisterId(absences.urn(), mark.session(), mark.group()));
        }
        NavigableMap<SessionKey, KnownMark> read = new TreeMap<>();
        asked.map(each -> each.answer(events)).ifPresent(said -> {
            for (SessionKey session : school.calendars().sessions(from.orElseThrow(), today)) {
                for (GroupId group : groups) {
                    said.of(group, session, pupil.number()).ifPresent(mark -> {
                        // Of two marks for one session, after a move between groups, that of the group of the day
                        // counts.
                        boolean ofTheDay = pupil.groupOn(session.date())
                                .filter(group::equals)
                                .isPresent();
                        if (ofTheDay || !read.containsKey(session)) {
                            read.put(session, mark);
                            places.put(session, new RegisterId(absences.urn(), session, group));
                        }
                    });
                }
            }
        });
        List<StoredEvent> ofPupil = events.getOrDefault(pupilStream, List.of());
        PupilState known = PupilState.fold(ofPupil);
        return new Gathered(
                known,
                known.leaves().map(last -> new Deletion(last, removedAt(ofPupil))),
                new PupilMarks(ofYear, read, from.orElse(null)),
                places,
                beyond.of(school, pupil, known, found.get(false), since));
    }

    @Override
    public void close() {
        marks.close();
        streams.close();
    }

    private static Instant removedAt(List<StoredEvent> ofPupil) {
        return ofPupil.stream()
                .filter(event -> EventTypes.classOf(event.type()) == PupilRemovedFromRoll.class)
                .map(StoredEvent::recordedAt)
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    /** The year's first day, or an earlier one from which marks still count towards a penalty. */
    private static LocalDate since(School school, AbsenceState state, LocalDate today) {
        LocalDate year = AcademicYear.of(today).firstDay();
        LocalDate windows = Thresholds.since(state, school.policy(), school.calendars(), today);
        return windows.isBefore(year) ? windows : year;
    }

    /** One answer for all who ask: each finds what it asked for. */
    private static Map<Set<String>, Map<String, List<StoredEvent>>> read(LedgerReader ledger, Set<Set<String>> asked) {
        Map<String, List<StoredEvent>> found =
                ledger.streams(asked.stream().flatMap(Set::stream).collect(Collectors.toSet()));
        return asked.stream().collect(Collectors.toMap(each -> each, _ -> found));
    }

    /**
     * Since when registers matter: the open case, an {@code N} with the case that it is of, absences that may add up to days in a row, and a report
     * that gives something to do by itself.
     */
    private static Optional<LocalDate> from(List<AbsentMark> counted, AbsenceState state, LocalDate today) {
        LocalDate recent = today.minusDays(AbsentTotals.Since.LATELY_DAYS);
        List<AbsentMark> lately = counted.stream()
                .filter(mark -> !mark.session().date().isBefore(recent))
                .toList();
        Optional<SessionKey> unexplained = lately.stream()
                .filter(mark -> mark.code().equals(UNEXPLAINED))
                .map(AbsentMark::session)
                .min(SessionKey::compareTo);
        List<SessionKey> adding = lately.stream()
                .filter(mark -> KnownMark.isCountedOverDays(mark.code()))
                .map(AbsentMark::session)
                .toList();
        Stream<SessionKey> addingUp = adding.size() < FEWEST_THAT_ADD_UP ? Stream.empty() : adding.stream();
        Stream<LocalDate> absent = Stream.of(
                        unexplained.stream(),
                        unexplained.flatMap(state::lastBegunBy).stream()
                                .filter(from -> !from.date().isBefore(recent)),
                        addingUp,
                        state.openCase().map(UnexplainedAbsenceOpened::from).stream())
                .flatMap(each -> each)
                .map(SessionKey::date);
        Stream<LocalDate> reported = Reports.readFrom(state, today).filter(day -> !day.isBefore(recent)).stream();
        return Stream.concat(absent, reported).min(LocalDate::compareTo);
    }
}
