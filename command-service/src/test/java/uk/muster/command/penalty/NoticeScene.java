package uk.muster.command.penalty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import uk.muster.command.absence.AbsenceAggregate;
import uk.muster.command.absence.AbsenceCommand.AbsenceStream;
import uk.muster.command.absence.Absences;
import uk.muster.command.penalty.NoticeCommand.IssueNotice;
import uk.muster.command.roll.RollPupil;
import uk.muster.command.scene.Outcome;
import uk.muster.command.scene.Scene;
import uk.muster.command.school.School;
import uk.muster.kernel.event.AbsenceEvent.Factor;
import uk.muster.kernel.event.MusterEvent;
import uk.muster.kernel.event.PenaltyEvent.NoticeKind;
import uk.muster.kernel.event.PupilEvent.Contact;
import uk.muster.kernel.identity.ContactId;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.penalty.Notice;
import uk.muster.kernel.penalty.NoticeMarks;
import uk.muster.kernel.policy.NoticePolicy.Issuer;

/**
 * A pupil of eight, p1, with two parents: c1, who is {@code ref-1} in other schools too, and c2, whom nobody else knows. What is recorded stays
 * recorded. Nine on Monday 7 September 2026.
 */
final class NoticeScene {

    static final LocalDate TODAY = LocalDate.parse("2026-09-07");

    private final Scene scene;
    private final List<MusterEvent> facts = new ArrayList<>();
    private final List<Notice> elsewhere = new ArrayList<>();
    private final Map<SessionKey, String> codes = new TreeMap<>();

    NoticeScene(String profile) {
        scene = Scene.of(profile).pupil("p1", "3A");
    }

    Scene scene() {
        return scene;
    }

    AbsenceStream stream() {
        return new AbsenceStream(Scene.SCHOOL, scene.number("p1"));
    }

    /** A notice to the same adult for the same child at another school. */
    NoticeScene elsewhere(Notice notice) {
        elsewhere.add(notice);
        return this;
    }

    /** What the register says of a session. */
    NoticeScene marked(SessionKey session, String code) {
        codes.put(session, code);
        return this;
    }

    /** A notice issued today with all that any of the policies wants. */
    IssueNotice notice(String parent) {
        return notice(parent, NoticeKind.NATIONAL, TODAY, Issuer.LA, Optional.empty());
    }

    IssueNotice notice(
            String parent, NoticeKind kind, LocalDate issuedOn, Issuer issuer, Optional<LocalDate> receivedOn) {
        return new IssueNotice(
                stream(),
                new ContactId(parent),
                kind,
                issuedOn,
                issuer,
                Optional.empty(),
                receivedOn,
                Optional.of("LA-17"),
                Optional.of("Early help since May."),
                precheck().stream().map(id -> new Factor(id, "yes", "A note.")).toList(),
                Scene.HEAD);
    }

    private List<String> precheck() {
        return scene.schools()
                .find(Scene.SCHOOL)
                .orElseThrow()
                .policy()
                .notices()
                .precheck();
    }

    Outcome when(NoticeCommand command) {
        Outcome outcome = scene.when(
                AbsenceAggregate.class,
                fixture -> fixture.registerAnnotatedCommandHandler(new NoticeCommands(
                        new Absences(fixture::getRepository, scene.schools(), scene.vault(), scene.clock()),
                        scene.roll(),
                        new Gathered())),
                facts,
                command);
        facts.addAll(outcome.events());
        return outcome;
    }

    private static Contact contact(String id, String personRef) {
        return new Contact(
                id, "Sam Canarybird", "parent", null, null, null, 1, true, personRef.isEmpty() ? null : personRef);
    }

    private final class Gathered implements NoticeFacts {

        @Override
        public List<Contact> contacts(AbsenceStream absences) {
            return List.of(contact("c1", "ref-1"), contact("c2", ""), contact("c3", "ref-1"));
        }

        @Override
        public List<Notice> elsewhere(RollPupil pupil, String personRef) {
            return personRef.equals("ref-1") ? elsewhere : List.of();
        }

        @Override
        public NoticeMarks marks(AbsenceStream absences, School school, RollPupil pupil, LocalDate issuedOn) {
            return new NoticeMarks(school.calendars(), new TreeMap<>(codes));
        }
    }
}
