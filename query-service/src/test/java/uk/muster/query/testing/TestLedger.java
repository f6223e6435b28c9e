package uk.muster.query.testing;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import uk.muster.kernel.calendar.Closure;
import uk.muster.kernel.calendar.Term;
import uk.muster.kernel.calendar.UnplannedClosure;
import uk.muster.kernel.code.CompulsoryAge;
import uk.muster.kernel.code.Enrolment;
import uk.muster.kernel.event.AbsenceEvent;
import uk.muster.kernel.event.EventHash;
import uk.muster.kernel.event.EventMetadata;
import uk.muster.kernel.event.EventTypes;
import uk.muster.kernel.event.KernelJson;
import uk.muster.kernel.event.MusterEvent;
import uk.muster.kernel.event.PupilEvent;
import uk.muster.kernel.event.PupilEvent.EarlierSession;
import uk.muster.kernel.event.PupilEvent.Placement;
import uk.muster.kernel.event.PupilEvent.PupilDetails;
import uk.muster.kernel.event.PupilEvent.PupilIdentity;
import uk.muster.kernel.event.RegisterEvent;
import uk.muster.kernel.event.RegisterEvent.Mark;
import uk.muster.kernel.event.SchoolEvent;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.Person;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.sealing.KeySubject;
import uk.muster.kernel.sealing.Sealed;
import uk.muster.kernel.sealing.Sealer;

/**
 * A ledger in memory that writes facts as the command side does: positions dense, hashes chained by school, personal fields sealed. Each fact is
 * recorded a second after the one before, from {@link #START} on, so that an instant can be named for any position.
 */
public final class TestLedger {

    public static final Urn URN = new Urn(123456);
    public static final Instant START = Instant.parse("2026-09-01T06:00:00Z");
    public static final Person TEACHER = new Person("t-114", "R. Okafor", "Class teacher");
    public static final Person OFFICER = new Person("o-7", "S. Lind", "Attendance officer");
    private static final LocalDate PUPILS_BORN = LocalDate.of(2017, 5, 3);
    private static final AcademicYear YEAR = new AcademicYear(2026);

    public final MemoryKeys keys = new MemoryKeys();
    private final Sealer sealer = new Sealer(keys, new SecureRandom());
    private final List<StoredEvent> events = new ArrayList<>();
    private final Map<String, Long> heads = new HashMap<>();
    private final Map<Urn, byte[]> hashes = new HashMap<>();
    private Instant now = START;

    /** Everything recorded so far. */
    public List<StoredEvent> events() {
        return List.copyOf(events);
    }

    /** When the last fact was recorded. */
    public Instant now() {
        return events.getLast().recordedAt();
    }

    /** Facts are recorded from this instant on. */
    public TestLedger at(Instant instant) {
        now = instant;
        return this;
    }

    public StoredEvent record(String stream, Urn urn, MusterEvent event) {
        long position = events.size() + 1L;
        long seq = heads.merge(stream, 1L, Long::sum) - 1;
        UUID id = new UUID(0x1234_0000_0000_7000L, 0x8000_0000_0000_0000L | position);
        byte[] payload = EventTypes.write(event);
        byte[] metadata =
                KernelJson.mapper().writeValueAsBytes(new EventMetadata(now, "mis", "c-" + position, null, null));
        byte[] previous = hashes.getOrDefault(urn, new byte[EventHash.BYTES]);
        String type = EventTypes.nameOf(event);
        byte[] hash = EventHash.of(previous, position, id, urn, stream, seq, type, now, metadata, payload);
        StoredEvent stored =
                new StoredEvent(position, id, urn, stream, seq, type, now, metadata, payload, previous, hash);
        hashes.put(urn, hash);
        events.add(stored);
        now = now.plusSeconds(1);
        return stored;
    }

    public StoredEvent school(SchoolEvent event) {
        return record(event.urn().toString(), event.urn(), event);
    }

    public StoredEvent pupil(PupilEvent event) {
        return record(event.urn() + "/" + event.pupil(), event.urn(), event);
    }

    public StoredEvent register(RegisterEvent event) {
        return record(event.register().toString(), event.register().urn(), event);
    }

    public StoredEvent absence(AbsenceEvent event) {
        return record(AbsenceEvent.stream(event.urn(), event.pupil()), event.urn(), event);
    }

    /** What was done about a pupil's absences, in this academic year. */
    public TestFollowUp followUp(Urn urn, String pupilId) {
        return followUp(urn, pupilId, YEAR);
    }

    /** The same, sealed under the key of another academic year. */
    public TestFollowUp followUp(Urn urn, String pupilId, AcademicYear recordedIn) {
        PupilNumber number = numberOf(urn, pupilId);
        KeySubject subject = KeySubject.ofPupil(number);
        return new TestFollowUp(this, urn, number, text -> sealer.seal(subject, recordedIn, text));
    }

    /** What was done about notices to a pupil's parents, in this academic year. */
    public TestNotices notices(Urn urn, String pupilId) {
        PupilNumber number = numberOf(urn, pupilId);
        KeySubject subject = KeySubject.ofPupil(number);
        return new TestNotices(this, urn, number, text -> sealer.seal(subject, YEAR, text));
    }

    /** A school with a calendar of one half term, 2026-09-01 to 2026-10-23, and times of its own. */
    public TestLedger openSchool(Urn urn, String profile) {
        return openSchool(urn, profile, null);
    }

    /** The same of a trust. */
    public TestLedger openSchool(Urn urn, String profile, @Nullable String trust) {
        school(new SchoolEvent.SchoolRegistered(
                urn, new SchoolEvent.SchoolDetails("Elm Road", "919", SchoolEvent.Phase.PRIMARY, trust)));
        follow(urn, profile);
        publish(urn, List.of(new Term("Autumn 1", LocalDate.of(2026, 9, 1), LocalDate.of(2026, 10, 23))), List.of());
        return this;
    }

    public StoredEvent follow(Urn urn, String profile) {
        JsonNode json = KernelJson.mapper().readTree(profile);
        return school(new SchoolEvent.PolicyProfileActivated(
                urn, "test", "1.0.0", "abc", json, seal(KeySubject.ofSchool(urn), "{}")));
    }

    public StoredEvent publish(Urn urn, List<Term> terms, List<Closure> closures) {
        return school(new SchoolEvent.CalendarPublished(urn, YEAR, terms, closures));
    }

    public StoredEvent close(Urn urn, LocalDate date, @Nullable SessionHalf half, UnplannedClosure.Extent extent) {
        KeySubject school = KeySubject.ofSchool(urn);
        return school(new SchoolEvent.UnplannedClosureDeclared(
                urn, new UUID(7, events.size()), date, half, extent, seal(school, "Snow"), person(school, OFFICER)));
    }

    public static PupilNumber numberOf(Urn urn, String pupilId) {
        return PupilNumber.of(urn, new PupilId(pupilId), saltOf(pupilId));
    }

    private static byte[] saltOf(String pupilId) {
        return Arrays.copyOf(new PupilId(pupilId).value().getBytes(java.nio.charset.StandardCharsets.US_ASCII), 16);
    }

    public StoredEvent admit(Urn urn, String pupilId, String surname, String group, LocalDate on) {
        return admit(urn, pupilId, surname, group, on, PUPILS_BORN, urn + "-" + pupilId);
    }

    /** @param upnIndex the same for a child in two schools */
    public StoredEvent admit(
            Urn urn, String pupilId, String surname, String group, LocalDate on, LocalDate born, String upnIndex) {
        PupilNumber number = numberOf(urn, pupilId);
        KeySubject subject = KeySubject.ofPupil(number);
        String salt = Base64.getUrlEncoder().withoutPadding().encodeToString(saltOf(pupilId));
        return pupil(new PupilEvent.PupilAdmitted(
                urn,
                number,
                seal(subject, json(new PupilIdentity(pupilId, salt))),
                new Placement(upnIndex, "4", Enrolment.SINGLE, CompulsoryAge.from(born)),
                details(subject, surname),
                seal(subject, "[]"),
                seal(subject, "[\"EAL\"]"),
                on,
                new GroupId(group),
                on));
    }

    public StoredEvent rename(Urn urn, String pupilId, String surname, String yearGroup) {
        PupilNumber number = numberOf(urn, pupilId);
        return pupil(new PupilEvent.PupilDetailsChanged(
                urn, number, placement(yearGroup, urn + "-" + pupilId), details(KeySubject.ofPupil(number), surname)));
    }

    /** @param school as the import names it */
    public StoredEvent importEarlier(Urn urn, String pupilId, String school, List<EarlierSession> sessions) {
        PupilNumber number = numberOf(urn, pupilId);
        KeySubject subject = KeySubject.ofPupil(number);
        return pupil(new PupilEvent.EarlierSessionsImported(
                urn, number, seal(subject, school), sessions, person(subject, OFFICER)));
    }

    public StoredEvent move(Urn urn, String pupilId, String group, LocalDate from) {
        return pupil(new PupilEvent.PupilMovedGroup(urn, numberOf(urn, pupilId), new GroupId(group), from));
    }

    public StoredEvent remove(Urn urn, String pupilId, LocalDate on) {
        PupilNumber number = numberOf(urn, pupilId);
        KeySubject subject = KeySubject.ofPupil(number);
        return pupil(new PupilEvent.PupilRemovedFromRoll(
                urn, number, on, "k", seal(subject, "{\"confirmations\":[]}"), person(subject, OFFICER)));
    }

    /** @param marks {@code pupilId, code, pupilId, code, ...} */
    public StoredEvent take(String register, String... marks) {
        return takeAt(taking(RegisterId.parse(register)), register, marks);
    }

    /** The same, taken at another time than the session's own. */
    public StoredEvent takeAt(Instant at, String register, String... marks) {
        RegisterId id = RegisterId.parse(register);
        return register(new RegisterEvent.RegisterTaken(id, at, takenBy(id), marks(id.urn(), marks)));
    }

    public StoredEvent add(String register, String... marks) {
        RegisterId id = RegisterId.parse(register);
        return register(new RegisterEvent.MarksAdded(
                id, taking(id).plus(Duration.ofMinutes(20)), takenBy(id), marks(id.urn(), marks)));
    }

    public StoredEvent arrive(String register, String pupilId, String code, @Nullable Integer minutesLate) {
        RegisterId id = RegisterId.parse(register);
        PupilNumber number = numberOf(id.urn(), pupilId);
        KeySubject subject = KeySubject.ofPupil(number);
        return register(new RegisterEvent.LateArrivalRecorded(
                id,
                new UUID(8, events.size()),
                number,
                code,
                taking(id).plus(Duration.ofMinutes(minutesLate == null ? 0 : minutesLate)),
                minutesLate,
                seal(subject, "Bus"),
                seal(subject, "Aunt"),
                person(subject, OFFICER)));
    }

    /** Two hours after the register was taken. */
    public StoredEvent amend(String register, String pupilId, String from, String to) {
        return amendAt(taking(RegisterId.parse(register)).plus(Duration.ofHours(2)), register, pupilId, from, to);
    }

    public StoredEvent amendAt(Instant at, String register, String pupilId, String from, String to) {
        RegisterId id = RegisterId.parse(register);
        PupilNumber number = numberOf(id.urn(), pupilId);
        KeySubject subject = KeySubject.ofPupil(number);
        return register(new RegisterEvent.MarkAmended(
                id,
                new UUID(9, events.size()),
                number,
                from,
                to,
                null,
                seal(subject, "Detail of " + to),
                seal(subject, "Parent rang"),
                person(subject, OFFICER),
                at,
                false,
                null));
    }

    public Mark mark(Urn urn, String pupilId, String code, @Nullable Integer minutesLate, @Nullable String detail) {
        PupilNumber number = numberOf(urn, pupilId);
        return new Mark(number, code, minutesLate, detail == null ? null : seal(KeySubject.ofPupil(number), detail));
    }

    private List<Mark> marks(Urn urn, String... marks) {
        List<Mark> all = new ArrayList<>();
        for (int i = 0; i < marks.length; i += 2) {
            boolean late = marks[i + 1].equals("L") || marks[i + 1].equals("U");
            all.add(mark(urn, marks[i], marks[i + 1], late ? 7 : null, null));
        }
        return all;
    }

    private Sealed takenBy(RegisterId id) {
        return person(KeySubject.ofSchool(id.urn()), TEACHER);
    }

    /** 08:50 or 13:10 in British summer time. */
    private static Instant taking(RegisterId id) {
        SessionKey session = id.session();
        String time = session.half() == SessionHalf.AM ? "T07:50:00Z" : "T12:10:00Z";
        return Instant.parse(session.date() + time);
    }

    private static Placement placement(String yearGroup, String upnIndex) {
        return new Placement(upnIndex, yearGroup, Enrolment.SINGLE, CompulsoryAge.from(PUPILS_BORN));
    }

    private Sealed details(KeySubject subject, String surname) {
        return seal(
                subject,
                json(new PupilDetails("H801200001001", "Ada", surname, LocalDate.of(2017, 5, 3), null, null, null)));
    }

    public Sealed person(KeySubject subject, Person person) {
        return seal(subject, json(person));
    }

    public Sealed seal(KeySubject subject, String text) {
        return sealer.seal(subject, YEAR, text);
    }

    private static String json(Object value) {
        return KernelJson.mapper().writeValueAsString(value);
    }
}
