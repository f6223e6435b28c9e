package uk.muster.command.scene;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.hamcrest.CustomMatcher;
import org.hamcrest.Matcher;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;
import uk.muster.command.axon.AggregateCommand;
import uk.muster.command.decision.Answer;
import uk.muster.command.keys.InMemoryKeys;
import uk.muster.command.keys.Vault;
import uk.muster.command.register.ParentsTold;
import uk.muster.command.roll.InMemoryRollBook;
import uk.muster.command.school.RecordedRegisters;
import uk.muster.command.school.SchoolAggregate;
import uk.muster.command.school.SchoolBook;
import uk.muster.command.school.SchoolCommand.PutSchool;
import uk.muster.http.problem.Problem;
import uk.muster.http.problem.ProblemException;
import uk.muster.kernel.calendar.Closure;
import uk.muster.kernel.calendar.ClosureKind;
import uk.muster.kernel.calendar.SchoolCalendar;
import uk.muster.kernel.calendar.Term;
import uk.muster.kernel.code.CompulsoryAge;
import uk.muster.kernel.code.Enrolment;
import uk.muster.kernel.event.KernelJson;
import uk.muster.kernel.event.MusterEvent;
import uk.muster.kernel.event.PupilEvent;
import uk.muster.kernel.event.PupilEvent.Placement;
import uk.muster.kernel.event.PupilEvent.PupilAdmitted;
import uk.muster.kernel.event.PupilEvent.PupilDetails;
import uk.muster.kernel.event.PupilEvent.PupilIdentity;
import uk.muster.kernel.event.SchoolEvent.CalendarPublished;
import uk.muster.kernel.event.SchoolEvent.Phase;
import uk.muster.kernel.event.SchoolEvent.SchoolDetails;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.Person;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.identity.Upn;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.policy.Activation;
import uk.muster.kernel.policy.EffectivePolicy;
import uk.muster.kernel.policy.Profiles;
import uk.muster.kernel.sealing.KeySubject;
import uk.muster.kernel.sealing.Sealed;

/**
 * A school on one of the policies in the autumn of 2026, with half terms from 2 September to 16 October (2 September is a training day) and from
 * 26 October to 18 December. Ipat has the times of the golden vectors, 08:50 and 09:10. The clock stands until it is put on.
 */
public final class Scene {

    public static final Urn SCHOOL = new Urn(900_001);
    public static final Person OKAFOR = new Person("t-114", "R. Okafor", "Class teacher");
    public static final Person HEAD = new Person("h-1", "A. Invented", "Headteacher");
    public static final SchoolDetails DETAILS = new SchoolDetails("Ash Green", "810", Phase.PRIMARY, null);
    public static final AcademicYear YEAR = new AcademicYear(2026);

    private static final String AFTERNOON = """
            {"sessions": {"pm": {"start": "13:00", "register_closes": "13:15"}},
             "contacts": [{"role": "attendance_officer", "name": "A. Khan", "phone": "01632 960001"}]}""";
    private static final String DAY = """
            {"sessions": {"am": {"arrival_due": "08:50", "register_open_from": "08:50", "late_from": "08:50", "register_closes": "09:10"},
                          "pm": {"start": "13:00", "register_closes": "13:15"}},
             "contacts": [{"role": "attendance_officer", "name": "A. Khan", "phone": "01632 960001"}]}""";

    private final InMemoryKeys keys = new InMemoryKeys();
    private Instant now = Instant.parse("2026-09-07T08:00:00Z");
    private final InstantSource clock = () -> now;
    private final Vault vault = new Vault(keys, new SecureRandom(), clock);
    private final InMemoryRollBook roll = new InMemoryRollBook(vault);
    private final List<MusterEvent> school = new ArrayList<>();
    private final Set<SessionKey> sessionsWithMarks = new HashSet<>();
    private final Set<PupilNumber> parentsTold = new HashSet<>();
    private final Map<PupilNumber, String> pupils = new LinkedHashMap<>();

    /** No school is known. */
    public Scene() {}

    public static Scene of(String profile) {
        return of(profile, leastOverlay(profile));
    }

    public static Scene of(String profile, String overlay) {
        Scene scene = new Scene();
        scene.school.addAll(
                scene.when(SchoolAggregate.class, new PutSchool(SCHOOL, DETAILS, policy(profile, overlay), List.of()))
                        .events());
        scene.school.add(calendar());
        return scene;
    }

    /** The least overlay that makes the profile whole. */
    public static String leastOverlay(String profile) {
        return profile.equals("ipat") || profile.equals(Profiles.BASELINE) ? DAY : AFTERNOON;
    }

    public static EffectivePolicy policy(String profile, String overlay) {
        ObjectNode tree = (ObjectNode) KernelJson.mapper().readTree(overlay);
        return switch (Profiles.find(profile).orElseThrow().activate(tree)) {
            case Activation.Activated activated -> activated.policy();
            case Activation.Refused refused -> throw new AssertionError(refused.faults());
        };
    }

    public static CalendarPublished calendar(Closure... more) {
        List<Closure> closures = new ArrayList<>(List.of(more));
        closures.add(new Closure(LocalDate.parse("2026-09-02"), ClosureKind.INSET, null));
        return new CalendarPublished(
                SCHOOL,
                YEAR,
                List.of(
                        new Term("Autumn 1", LocalDate.parse("2026-09-02"), LocalDate.parse("2026-10-16")),
                        new Term("Autumn 2", LocalDate.parse("2026-10-26"), LocalDate.parse("2026-12-18"))),
                closures);
    }

    public static SchoolCalendar published(CalendarPublished fact) {
        return new SchoolCalendar(fact.academicYear(), fact.terms(), fact.closures());
    }

    /** Puts the clock to an instant. */
    public Scene at(String instant) {
        now = Instant.parse(instant);
        return this;
    }

    public Instant now() {
        return now;
    }

    /** A further fact of the school. */
    public Scene with(MusterEvent fact) {
        school.add(fact);
        return this;
    }

    /** What was recorded of the school so far. */
    public List<MusterEvent> schoolFacts() {
        return List.copyOf(school);
    }

    /** The school has a register with an entry in the session. */
    public Scene withMarksIn(SessionKey session) {
        sessionsWithMarks.add(session);
        return this;
    }

    /** A pupil born on 5 November 2017, enrolled here alone and admitted on 1 September 2026. */
    public Scene pupil(String id, String group) {
        return pupil(id, group, LocalDate.parse("2017-11-05"), Enrolment.SINGLE);
    }

    public Scene pupil(String id, String group, LocalDate born, Enrolment enrolment) {
        return onRoll(id, admission(id, group, born, enrolment));
    }

    /** The fact recorded, and the pupil's number known by their id. */
    public Scene onRoll(String id, PupilEvent fact) {
        pupils.put(fact.pupil(), id);
        roll.record(fact);
        return this;
    }

    public PupilAdmitted admission(String id, String group, LocalDate born, Enrolment enrolment) {
        PupilNumber number = PupilNumber.of(SCHOOL, new PupilId(id), salt(id));
        Upn upn = upn(id);
        LocalDate admitted = LocalDate.parse("2026-09-01");
        return new PupilAdmitted(
                SCHOOL,
                number,
                vault.sealJson(number, new PupilIdentity(id, text(salt(id)))),
                new Placement(vault.indexOf(upn), "4", enrolment, CompulsoryAge.from(born)),
                vault.sealJson(number, new PupilDetails(upn.value(), "Robin", "Example", born, null, null, null)),
                vault.sealJson(number, List.of()),
                vault.sealJson(number, List.of()),
                admitted,
                new GroupId(group),
                admitted);
    }

    /** The number of a pupil who was named before. */
    public PupilNumber number(String id) {
        return pupils.entrySet().stream()
                .filter(each -> each.getValue().equals(id))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No such pupil: " + id));
    }

    /** The id of a pupil who was named before. */
    public String id(PupilNumber number) {
        return Optional.ofNullable(pupils.get(number)).orElseThrow();
    }

    /** A valid UPN, always the same for the same id. */
    public static Upn upn(String id) {
        String digits = String.format("8012%08d", Math.floorMod(id.hashCode(), 100_000_000));
        return new Upn(Upn.checkLetter("?" + digits) + digits);
    }

    public Vault vault() {
        return vault;
    }

    /** Given that the pupil's parent was told that evidence of illness is refused. */
    public Scene parentTold(String pupil) {
        parentsTold.add(number(pupil));
        return this;
    }

    public InMemoryRollBook roll() {
        return roll;
    }

    /** A new book of what was recorded so far. */
    public SchoolBook schools() {
        return new SchoolBook(stream -> stream.equals(SCHOOL.toString()) ? school : List.of(), vault);
    }

    /** Destroys the pupil's keys. */
    public void erase(PupilNumber pupil) {
        keys.erase(KeySubject.ofPupil(pupil));
    }

    public InstantSource clock() {
        return clock;
    }

    public String open(@Nullable Sealed sealed) {
        return vault.open(Optional.ofNullable(sealed).orElseThrow()).orElseThrow();
    }

    public Person person(@Nullable Sealed sealed) {
        return vault.openJson(Optional.ofNullable(sealed).orElseThrow(), Person.class)
                .orElseThrow();
    }

    /** A command to an aggregate without facts. */
    public Outcome when(Class<?> aggregate, Object command) {
        return when(aggregate, List.of(), command);
    }

    /** Given these facts of an aggregate, what a command comes to. */
    public <T> Outcome when(Class<T> aggregate, List<? extends MusterEvent> given, Object command) {
        return when(aggregate, _ -> {}, given, command);
    }

    /** @param more what else the command needs, such as a handler outside the aggregate */
    public <T> Outcome when(
            Class<T> aggregate,
            Consumer<AggregateTestFixture<T>> more,
            List<? extends MusterEvent> given,
            Object command) {
        AtomicReference<@Nullable Answer> answer = new AtomicReference<>();
        AtomicReference<@Nullable Problem> problem = new AtomicReference<>();
        AtomicReference<List<EventMessage<?>>> events = new AtomicReference<>(List.of());
        AggregateTestFixture<T> fixture = new AggregateTestFixture<>(aggregate);
        RecordedRegisters recorded = (urn, sessions) -> {
            Set<SessionKey> found = new HashSet<>(sessions);
            found.retainAll(sessionsWithMarks);
            return found;
        };
        fixture.registerCommandTargetResolver(AggregateCommand::targetOf);
        fixture.registerInjectableResource(schools());
        fixture.registerInjectableResource(roll);
        fixture.registerInjectableResource(vault);
        fixture.registerInjectableResource(recorded);
        fixture.registerInjectableResource(clock);
        fixture.registerInjectableResource((ParentsTold) (urn, pupil) -> parentsTold.contains(pupil));
        more.accept(fixture);
        fixture.registerCommandHandlerInterceptor((unitOfWork, chain) -> {
            try {
                answer.set((Answer) chain.proceed());
                return answer.get();
            } catch (ProblemException e) {
                problem.set(e.problem());
                throw e;
            }
        });
        try {
            TestExecutor<T> executor = given.isEmpty() ? fixture.givenNoPriorActivity() : fixture.given(given);
            executor.when(command).expectEventsMatching(kept(events));
        } finally {
            GenericEventMessage.clock = Clock.systemUTC();
        }
        if (answer.get() == null && problem.get() == null) {
            throw new AssertionError("The command came to nothing: " + command);
        }
        return new Outcome(
                Optional.ofNullable(answer.get()),
                Optional.ofNullable(problem.get()),
                events.get().stream()
                        .map(each -> (MusterEvent) each.getPayload())
                        .toList(),
                events.get().stream().<MetaData>map(EventMessage::getMetaData).toList());
    }

    private static Matcher<List<EventMessage<?>>> kept(AtomicReference<List<EventMessage<?>>> events) {
        return new CustomMatcher<>("any events") {
            @Override
            public boolean matches(Object published) {
                List<EventMessage<?>> all = new ArrayList<>();
                ((List<?>) published).forEach(each -> all.add((EventMessage<?>) each));
                events.set(all);
                return true;
            }
        };
    }

    private static byte[] salt(String id) {
        return Arrays.copyOf(id.getBytes(StandardCharsets.UTF_8), PupilNumber.SALT_BYTES);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
