package uk.muster.simulator.live;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import uk.muster.kernel.code.Enrolment;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.kernel.identity.ContactId;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.Person;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.identity.Upn;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.policy.Activation;
import uk.muster.kernel.policy.EffectivePolicy;
import uk.muster.kernel.policy.Modality;
import uk.muster.kernel.policy.Profiles;
import uk.muster.simulator.chance.Chance;
import uk.muster.simulator.http.Bodies;
import uk.muster.simulator.school.Contact;
import uk.muster.simulator.school.Phase;
import uk.muster.simulator.school.Policy;
import uk.muster.simulator.school.PublishedCalendars;
import uk.muster.simulator.school.Pupil;
import uk.muster.simulator.school.SchoolPlan;
import uk.muster.simulator.term.Silence;
import uk.muster.simulator.term.Silence.Way;
import uk.muster.simulator.term.Spell;
import uk.muster.simulator.term.Story;

/** One invented pupil, absent since Monday 14 September 2026, and the staff of one school. */
final class Scene {

    static final LocalDate MONDAY = LocalDate.of(2026, 9, 14);
    static final LocalDate TUESDAY = MONDAY.plusDays(1);

    static final Pupil PUPIL = new Pupil(
            new PupilId("p1"),
            new Upn("H801200001001"),
            "Robin",
            "Quillfield",
            LocalDate.of(2018, 11, 5),
            "3",
            new GroupId("3-Willow"),
            LocalDate.of(2026, 9, 2),
            Enrolment.SINGLE,
            "F",
            "1 Pencil Row, Simmerton",
            List.of(contact("c1", 1), contact("c2", 2)),
            Set.of());

    private Scene() {}

    static Work work(Policy policy, Optional<Spell> spell, Round round, long seed, OpenTask... tasks) {
        SchoolPlan plan = plan(policy);
        return new Work(plan, People.of(plan), PUPIL, spell, round, MONDAY, List.of(tasks), Chance.of(seed, "work"));
    }

    static SchoolPlan plan(Policy policy) {
        return new SchoolPlan(
                new Urn(900_001),
                "Quillfield Primary School",
                "811",
                Phase.PRIMARY,
                policy,
                PublishedCalendars.SHADE_2026,
                List.of(),
                new Person("s-1", "M. Gablefield", "Attendance officer"),
                new Person("s-2", "R. Hazelridge", "Headteacher"));
    }

    static EffectivePolicy policy(SchoolPlan plan) {
        Activation activation = Profiles.find(plan.policy().profile())
                .orElseThrow()
                .activate(JsonMapper.builder()
                        .build()
                        .readTree(Bodies.school(plan))
                        .path("policyOverlay"));
        return ((Activation.Activated) activation).policy();
    }

    static OpenTask task(String step, TaskKind kind, Modality modality, String... actions) {
        return new OpenTask("task-" + step, PUPIL.id(), kind, step, MONDAY, 1, modality, List.of(actions));
    }

    static OpenTask ofFriday(OpenTask task) {
        return new OpenTask(
                task.id(),
                task.pupil(),
                task.kind(),
                task.step(),
                MONDAY.minusDays(3),
                1,
                task.modality(),
                task.actions());
    }

    /** An absence from Monday to Tuesday, whose family can be reached in one way from a day on. */
    static Optional<Spell> spell(Way way, Optional<LocalDate> reachedOn) {
        return spell(Optional.empty(), new Silence(session(TUESDAY), reachedOn, way, Optional.empty()));
    }

    static Optional<Spell> neverReached() {
        return spell(
                Optional.of(Story.NEVER_REACHED),
                new Silence(session(TUESDAY), Optional.empty(), Way.ANSWERS, Optional.empty()));
    }

    private static Optional<Spell> spell(Optional<Story> story, Silence silence) {
        return Optional.of(new Spell(
                PUPIL.id(),
                new SessionKey(MONDAY, SessionHalf.AM),
                session(TUESDAY),
                "O",
                2,
                story,
                Optional.of(silence)));
    }

    private static SessionKey session(LocalDate date) {
        return new SessionKey(date, SessionHalf.PM);
    }

    private static Contact contact(String id, int priority) {
        return new Contact(
                new ContactId(id), "Sam Quillfield", "Mother", "07700 900001", "sam@example.org", priority, true);
    }
}
