package uk.muster.command.register;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.muster.command.register.RegisterCommand.AmendMark;
import uk.muster.command.register.RegisterCommand.NewMark;
import uk.muster.command.register.RegisterCommand.RecordArrival;
import uk.muster.command.register.RegisterCommand.TakeRegister;
import uk.muster.command.scene.Outcome;
import uk.muster.command.scene.Scene;
import uk.muster.http.body.Body;
import uk.muster.kernel.event.RegisterEvent;
import uk.muster.kernel.event.RegisterEvent.LateArrivalRecorded;
import uk.muster.kernel.event.RegisterEvent.Mark;
import uk.muster.kernel.event.RegisterEvent.MarkAmended;
import uk.muster.kernel.event.RegisterEvent.RegisterTaken;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.Person;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;

/** One register of the scene's school: its facts so far, and commands about it. Group 3A on the morning of Monday 7 September 2026 unless said. */
final class RegisterScene {

    /** As a body has an author, in single quotes. */
    static final String OKAFOR = "{'id':'t-114','name':'R. Okafor','position':'Class teacher'}";

    final Scene scene;
    private RegisterId register = new RegisterId(
            Scene.SCHOOL, new SessionKey(LocalDate.parse("2026-09-07"), SessionHalf.AM), new GroupId("3A"));
    private final List<RegisterEvent> facts = new ArrayList<>();

    RegisterScene(Scene scene) {
        this.scene = scene;
    }

    /** A school of the policy with pupils p1 and p2 in group 3A and p3 in 3B, at nine on the Monday. */
    static RegisterScene of(String profile) {
        return new RegisterScene(
                Scene.of(profile).pupil("p1", "3A").pupil("p2", "3A").pupil("p3", "3B"));
    }

    RegisterScene at(String instant) {
        scene.at(instant);
        return this;
    }

    RegisterScene session(String date, SessionHalf half) {
        register = new RegisterId(register.urn(), new SessionKey(LocalDate.parse(date), half), register.group());
        return this;
    }

    RegisterScene group(String group) {
        register = new RegisterId(register.urn(), register.session(), new GroupId(group));
        return this;
    }

    RegisterId register() {
        return register;
    }

    /** Given that the register was taken with these entries. */
    RegisterScene taken(NewMark... entries) {
        facts.add(new RegisterTaken(
                register, scene.now(), scene.vault().sealJson(Scene.SCHOOL, Scene.OKAFOR), entries(entries)));
        return this;
    }

    /** Given that the pupil was signed in. */
    RegisterScene signedIn(String pupil, String code, @Nullable Integer minutesLate) {
        facts.add(new LateArrivalRecorded(
                register,
                UUID.randomUUID(),
                scene.number(pupil),
                code,
                scene.now(),
                minutesLate,
                null,
                null,
                scene.vault().sealJson(scene.number(pupil), Scene.OKAFOR)));
        return this;
    }

    /** Given that an entry was amended. */
    RegisterScene amended(String pupil, String from, String to) {
        facts.add(new MarkAmended(
                register,
                UUID.randomUUID(),
                scene.number(pupil),
                from,
                to,
                null,
                null,
                scene.vault().seal(scene.number(pupil), "Parent rang."),
                scene.vault().sealJson(scene.number(pupil), Scene.OKAFOR),
                scene.now(),
                false,
                null));
        return this;
    }

    private List<Mark> entries(NewMark... entries) {
        List<Mark> marks = new ArrayList<>();
        for (NewMark each : entries) {
            marks.add(new Mark(
                    scene.number(each.pupilId().value()),
                    each.code(),
                    each.minutesLate(),
                    scene.vault()
                            .sealOptional(scene.number(each.pupilId().value()), each.detail())
                            .orElse(null)));
        }
        return marks;
    }

    static NewMark mark(String pupil, String code) {
        return new NewMark(new PupilId(pupil), code, null, Optional.empty());
    }

    static NewMark late(String pupil, String code, int minutesLate) {
        return new NewMark(new PupilId(pupil), code, minutesLate, Optional.empty());
    }

    static NewMark detailed(String pupil, String code, String detail) {
        return new NewMark(new PupilId(pupil), code, null, Optional.of(detail));
    }

    /** Takes the register, now. */
    Outcome take(NewMark... marks) {
        return takeAt(scene.now(), marks);
    }

    Outcome takeAt(Instant takenAt, NewMark... marks) {
        return send(new TakeRegister(register, takenAt, Scene.OKAFOR, List.of(marks)));
    }

    /** Amends the pupil's entry in the name of R. Okafor. */
    Outcome amend(String pupil, String code) {
        return send(amendment(pupil, code));
    }

    Amendment amendment(String pupil, String code) {
        return new Amendment(register, pupil, code);
    }

    Outcome send(Amendment amendment) {
        return send(amendment.command());
    }

    /** Signs the pupil in, for the reason "Bus". */
    Outcome arrive(String pupil, String arrivedAt) {
        return arrive(pupil, arrivedAt, Optional.of("Bus"));
    }

    Outcome arrive(String pupil, String arrivedAt, Optional<String> reason) {
        return send(new RecordArrival(
                register,
                new PupilId(pupil),
                Instant.parse(arrivedAt),
                reason,
                Optional.of("Front desk"),
                Scene.OKAFOR));
    }

    /** {@code POST .../amendments} with a body in which quotes are single. */
    Outcome amendBy(String body) {
        return send(RegisterRequests.amending(register, body(body), false));
    }

    /** {@code POST .../arrivals} with a body in which quotes are single. */
    Outcome arriveBy(String body) {
        return send(RegisterRequests.arriving(register, body(body)));
    }

    private static Body body(String body) {
        return Body.parse(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private Outcome send(RegisterCommand command) {
        return scene.when(RegisterAggregate.class, facts, command);
    }

    /** Entries as {@code p1 /}, {@code p2 L 12}, {@code p3 K «Tuition»}. */
    List<String> says(List<Mark> marks) {
        return marks.stream()
                .map(mark -> scene.id(mark.pupil()) + " " + mark.code()
                        + (mark.minutesLate() == null ? "" : " " + mark.minutesLate())
                        + (mark.detail() == null ? "" : " «" + scene.open(mark.detail()) + "»"))
                .toList();
    }

    /** An amendment being worded. */
    record Amendment(
            RegisterId register,
            String pupil,
            String code,
            Optional<String> expected,
            @Nullable Integer minutesLate,
            Optional<String> detail,
            Optional<Person> approver,
            boolean onlyToLate) {

        Amendment(RegisterId register, String pupil, String code) {
            this(register, pupil, code, Optional.empty(), null, Optional.empty(), Optional.empty(), false);
        }

        Amendment expecting(String expectedCode) {
            return new Amendment(
                    register, pupil, code, Optional.of(expectedCode), minutesLate, detail, approver, onlyToLate);
        }

        Amendment late(int minutes) {
            return new Amendment(register, pupil, code, expected, minutes, detail, approver, onlyToLate);
        }

        Amendment detailed(String text) {
            return new Amendment(register, pupil, code, expected, minutesLate, Optional.of(text), approver, onlyToLate);
        }

        Amendment approvedBy(Person person) {
            return new Amendment(register, pupil, code, expected, minutesLate, detail, Optional.of(person), onlyToLate);
        }

        Amendment byAClassTeacher() {
            return new Amendment(register, pupil, code, expected, minutesLate, detail, approver, true);
        }

        AmendMark command() {
            return new AmendMark(
                    register,
                    new PupilId(pupil),
                    expected,
                    code,
                    minutesLate,
                    detail,
                    "Parent rang.",
                    Scene.OKAFOR,
                    approver,
                    onlyToLate);
        }
    }
}
