package uk.muster.query.evidence;

import static uk.muster.query.access.Kind.EVIDENCE;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.muster.http.convention.Page;
import uk.muster.http.convention.PageLimit;
import uk.muster.kernel.code.AttendanceCode;
import uk.muster.kernel.code.AttendanceCodes;
import uk.muster.kernel.code.Tally;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.access.Look;
import uk.muster.query.access.Looks;
import uk.muster.query.attendance.AttendancePage;
import uk.muster.query.attendance.AttendanceReader;
import uk.muster.query.audit.EventProofs;
import uk.muster.query.audit.EventsOfPupil;
import uk.muster.query.chronology.ChronologyItem;
import uk.muster.query.chronology.ChronologyReader;
import uk.muster.query.chronology.Kind;
import uk.muster.query.penalty.PenaltyWindowReader;
import uk.muster.query.pupil.Pupil;
import uk.muster.query.pupil.Pupils;
import uk.muster.query.school.School;
import uk.muster.query.school.Schools;

/** Puts packs together. What is in one is read as any other query reads it; the proofs come from the ledger itself. */
final class EvidencePacks {

    private static final Set<Kind> CONTACTS =
            EnumSet.of(Kind.ABSENCE_REPORT, Kind.CONTACT_ATTEMPT, Kind.HOME_VISIT, Kind.ARRIVAL);
    private static final Set<Kind> DECISIONS =
            EnumSet.of(Kind.DECISION, Kind.TASK, Kind.RISK_ASSESSMENT, Kind.ESCALATION);
    private static final Set<Kind> LETTERS = EnumSet.of(Kind.LETTER, Kind.NOTIFICATION);
    private static final Set<Kind> PENALTIES = EnumSet.of(Kind.THRESHOLD, Kind.PENALTY);

    private final Schools schools;
    private final Pupils pupils;
    private final Particulars particulars;
    private final AttendanceReader attendance;
    private final ChronologyReader chronology;
    private final PenaltyWindowReader windows;
    private final EventsOfPupil events;
    private final EventProofs proofs;
    private final Looks looks;
    private final InstantSource clock;

    EvidencePacks(
            Schools schools,
            Pupils pupils,
            Particulars particulars,
            AttendanceReader attendance,
            ChronologyReader chronology,
            PenaltyWindowReader windows,
            EventsOfPupil events,
            EventProofs proofs,
            Looks looks,
            InstantSource clock) {
        this.looks = looks;
        this.schools = schools;
        this.pupils = pupils;
        this.particulars = particulars;
        this.attendance = attendance;
        this.chronology = chronology;
        this.windows = windows;
        this.events = events;
        this.proofs = proofs;
        this.clock = clock;
    }

    /**
     * A pack and the file of proofs beside it.
     *
     * @param proofs as {@link EventProofs} writes it, without other children; empty while there is no checkpoint
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Made(EvidencePack pack, byte[] proofs) {}

    /**
     * Makes a pack.
     *
     * @param askedOn the day on which it was asked for
     * @throws uk.muster.http.problem.ProblemException 404 when school or pupil is unknown
     */
    Made make(Urn urn, PupilId id, LocalDate from, LocalDate to, Purpose purpose, LocalDate askedOn) {
        School school = schools.require(urn, Instant.MAX);
        Pupil pupil = pupils.require(urn, id, Instant.MAX);
        looks.at(Look.ofPupil(EVIDENCE, urn, pupil.state().pupil(), Instant.MAX));
        List<ChronologyItem> items = items(urn, id, from, to, purpose);
        Proven proven = purpose.proven() ? prove(pupil, from, to, items, purpose) : Proven.NOTHING;
        EvidencePack pack = new EvidencePack(
                purpose,
                clock.instant(),
                new EvidencePack.School(
                        urn,
                        school.state().details().name(),
                        school.state().details().laCode()),
                particulars.describe(pupil, id),
                from,
                to,
                certificate(urn, id, from, to, items),
                of(items, EnumSet.of(Kind.AMENDMENT)),
                of(items, CONTACTS),
                of(items, DECISIONS),
                of(items, LETTERS),
                of(items, PENALTIES),
                of(items, EnumSet.of(Kind.ENROLMENT)),
                windows.read(urn, id, to, Instant.MAX).items(),
                purpose == Purpose.RECORD ? particulars.admission(pupil) : null,
                answerBy(school, askedOn, purpose),
                leftOut(urn, id, from, to, purpose),
                proven.inWords());
        return new Made(pack, proven.file());
    }

    /** What the ledger proves, and the file that shows it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Proven(EvidencePack.@Nullable Proofs inWords, byte[] file) {

        static final Proven NOTHING = new Proven(null, new byte[0]);
    }

    private Proven prove(Pupil pupil, LocalDate from, LocalDate to, List<ChronologyItem> items, Purpose purpose) {
        PupilNumber number = pupil.state().pupil();
        EventsOfPupil.Shown shown = new EventsOfPupil.Shown(
                from,
                to,
                items.stream().map(ChronologyItem::id).collect(Collectors.toSet()),
                purpose.kinds().contains(Kind.ENROLMENT));
        List<StoredEvent> behind = events.behind(pupil.state().urn(), number, shown);
        return proofs.reach(behind)
                .map(reach -> new Proven(
                        new EvidencePack.Proofs(
                                reach.checkpoint(),
                                reach.events().size(),
                                behind.size() - reach.events().size()),
                        file(reach, number)))
                .orElseGet(() -> new Proven(new EvidencePack.Proofs(null, 0, behind.size()), new byte[0]));
    }

    private Map<Kind, Long> leftOut(Urn urn, PupilId id, LocalDate from, LocalDate to, Purpose purpose) {
        return read(urn, id, from, to, purpose.leftOut(), purpose).stream()
                .collect(Collectors.groupingBy(
                        ChronologyItem::kind, () -> new EnumMap<>(Kind.class), Collectors.counting()));
    }

    private byte[] file(EventProofs.Reach reach, PupilNumber only) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            proofs.write(reach, only, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static @Nullable LocalDate answerBy(School school, LocalDate askedOn, Purpose purpose) {
        return purpose.schoolDays() == 0
                ? null
                : school.calendars()
                        .nextSchoolDay(askedOn, purpose.schoolDays())
                        .orElse(null);
    }

    /**
     * Those that happened in the period. An amendment belongs to its session's day, whenever it was made, and the admission register to every
     * period.
     */
    private List<ChronologyItem> items(Urn urn, PupilId id, LocalDate from, LocalDate to, Purpose purpose) {
        Set<Kind> ofAnyDay = EnumSet.of(Kind.AMENDMENT, Kind.ENROLMENT);
        ofAnyDay.retainAll(purpose.kinds());
        Set<Kind> ofTheirDay = EnumSet.copyOf(purpose.kinds());
        ofTheirDay.removeAll(ofAnyDay);
        Stream<ChronologyItem> standing = read(urn, id, null, null, ofAnyDay, purpose).stream()
                .filter(item -> item.kind() != Kind.AMENDMENT
                        || (item.data().get("date") instanceof LocalDate date
                                && !date.isBefore(from)
                                && !date.isAfter(to)));
        return Stream.concat(standing, read(urn, id, from, to, ofTheirDay, purpose).stream())
                .map(item -> purpose == Purpose.RECORD ? Staff.leftOut(item) : item)
                .toList();
    }

    private List<ChronologyItem> read(
            Urn urn, PupilId id, @Nullable LocalDate from, @Nullable LocalDate to, Set<Kind> kinds, Purpose purpose) {
        ChronologyReader.Question question = new ChronologyReader.Question(from, to, kinds, Instant.MAX);
        List<ChronologyItem> all = new ArrayList<>();
        if (kinds.isEmpty()) {
            return all;
        }
        String cursor = null;
        do {
            Page<ChronologyItem> page =
                    chronology.read(urn, id, question, purpose.sight(), new PageLimit(PageLimit.MOST), cursor);
            all.addAll(page.items());
            cursor = page.nextCursor();
        } while (cursor != null);
        return all.reversed();
    }

    private static List<ChronologyItem> of(List<ChronologyItem> items, Set<Kind> kinds) {
        return items.stream().filter(item -> kinds.contains(item.kind())).toList();
    }

    private EvidencePack.Certificate certificate(
            Urn urn, PupilId id, LocalDate from, LocalDate to, List<ChronologyItem> items) {
        Map<String, String> originals = new HashMap<>();
        of(items, EnumSet.of(Kind.AMENDMENT))
                .forEach(item -> originals.putIfAbsent(
                        item.data().get("date") + " " + item.data().get("session"),
                        String.valueOf(item.data().get("originalCode"))));
        List<EvidencePack.Session> sessions = new ArrayList<>();
        List<AttendanceCode> counted = new ArrayList<>();
        for (AcademicYear year = AcademicYear.of(from);
                !year.firstDay().isAfter(to);
                year = new AcademicYear(year.startYear() + 1)) {
            for (AttendancePage.Session each :
                    attendance.read(urn, id, year, Instant.MAX).sessions()) {
                if (!each.date().isBefore(from) && !each.date().isAfter(to)) {
                    AttendanceCode code = AttendanceCodes.standard().get(each.code());
                    sessions.add(new EvidencePack.Session(
                            each.date(),
                            each.session(),
                            each.code(),
                            code.description(),
                            originals.get(each.date() + " " + each.session()),
                            each.counted()));
                    if (each.counted()) {
                        counted.add(code);
                    }
                }
            }
        }
        Tally tally = Tally.of(counted);
        return new EvidencePack.Certificate(
                tally.possible(),
                tally.attended(),
                tally.authorisedAbsence(),
                tally.unauthorisedAbsence(),
                tally.unableToAttend(),
                tally.percentage().orElse(null),
                tally.byCode(),
                sessions);
    }
}
