package uk.muster.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import uk.muster.command.api.RunningCommandService.Reply;
import uk.muster.command.clock.FallingDue;
import uk.muster.command.ledger.LedgerReader;
import uk.muster.command.roll.RollBook;
import uk.muster.kernel.absence.AbsenceEntryId;
import uk.muster.kernel.event.AbsenceEvent;
import uk.muster.kernel.event.EventTypes;
import uk.muster.kernel.event.FollowUpEvent.FollowUpDue;

/** A school in a running service with a mail server, on a Monday of a trial, when the calls of the morning are over; nine pupils in a group each. */
final class FollowUpSchool implements AutoCloseable {

    static final String OKAFOR = "{\"id\":\"t-1\",\"name\":\"R. Okafor\",\"position\":\"Attendance officer\"}";

    private final GreenMail mail;
    private final RunningCommandService service;
    private final String lead;

    FollowUpSchool(Path folder) {
        mail = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        mail.start();
        service = RunningCommandService.start(
                folder,
                Map.of(
                        "muster.clock.start", "2025-09-08T10:00:00+01:00",
                        "muster.mail.host", "127.0.0.1",
                        "muster.mail.port", Integer.toString(mail.getSmtp().getPort()),
                        "muster.mail.from", "muster@school.example",
                        "muster.mail.starttls", "false"));
        lead = service.token("safeguarding-lead", "900004");
        String mis = service.token("mis-integration", "*");
        accepted(service.put(mis, "/schools/900004", """
                {"name":"Ash Green","laCode":"810","phase":"PRIMARY","policyProfile":"hcat","policyOverlay":{
                 "sessions":{"pm":{"start":"13:00","register_closes":"13:20"}},
                 "parent_report":{"channels":["phone","voicemail"]},
                 "contacts":[{"role":"attendance","name":"M. Invented"}]}}
                """));
        accepted(service.put(mis, "/schools/900004/calendars/2025-26", """
                {"terms":[{"name":"Autumn 1","from":"2025-09-03","to":"2025-10-24"}],"closures":[]}
                """));
        for (int i = 1; i <= 9; i++) {
            accepted(service.put(mis, "/schools/900004/pupils/p" + i, """
                    {"upn":"%s","forename":"Robin","surname":"Example","dateOfBirth":"2017-11-05","yearGroup":"3","group":"G%d",
                     "admittedOn":"2025-09-01","flags":["SOCIAL_WORKER"],
                     "contacts":[{"id":"c9","name":"Kit Invented","relationship":"Social worker",%s
                      "priority":3,"livesWith":false}]}
                    """.formatted(
                            upn(i), i, i == 7 ? "" : "\"email\":\"kit%d@council.example\",".formatted(i))));
        }
    }

    RunningCommandService service() {
        return service;
    }

    GreenMail mail() {
        return mail;
    }

    /** The token of the safeguarding lead. */
    String lead() {
        return lead;
    }

    @Override
    public void close() {
        service.close();
        mail.stop();
    }

    static String register(int pupil) {
        return "/schools/900004/registers/2025-09-08/AM/G" + pupil;
    }

    void take(int pupil, String code) {
        accepted(service.put(
                service.token("mis-integration", "*"), register(pupil), """
                {"takenAt":"2025-09-08T09:05:00+01:00","takenBy":%s,"marks":[{"pupilId":"p%d","code":"%s"}]}
                """.formatted(OKAFOR, pupil, code)));
    }

    static String decision(String decision, String reason) {
        return "{\"decision\":\"%s\",\"reason\":\"%s\",\"author\":%s}".formatted(decision, reason, OKAFOR);
    }

    String task(int pupil, String step) throws InterruptedException {
        return facts(pupil).stream()
                .filter(FollowUpDue.class::isInstance)
                .filter(event -> ((FollowUpDue) event).step().equals(step))
                .map(event -> "/tasks/" + new AbsenceEntryId(event.pupil(), event.entryId()) + "/decisions")
                .findFirst()
                .orElseThrow();
    }

    void settle() throws InterruptedException {
        assertThat(service.context().getBean(FallingDue.class).await(Duration.ofSeconds(30)))
                .isTrue();
    }

    /** The facts of a pupil's absence, once all that follows is recorded. */
    List<AbsenceEvent> facts(int pupil) throws InterruptedException {
        settle();
        String group = "/G" + pupil;
        List<AbsenceEvent> all = service.context().getBean(LedgerReader.class).after(0, 10_000).stream()
                .map(stored -> EventTypes.read(stored.type(), stored.payload()))
                .filter(AbsenceEvent.class::isInstance)
                .map(AbsenceEvent.class::cast)
                .toList();
        return all.stream()
                .filter(event -> service.context()
                        .getBean(RollBook.class)
                        .of(event.urn())
                        .find(event.pupil())
                        .filter(known -> ("/" + known.groups().getFirst().group()).equals(group))
                        .isPresent())
                .toList();
    }

    static void accepted(Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isIn(200, 201);
    }

    /** A UPN with the right check letter. */
    private static String upn(int serial) {
        String rest = "810999926%03d".formatted(serial);
        int sum = 0;
        for (int i = 0; i < rest.length(); i++) {
            sum += (rest.charAt(i) - '0') * (i + 2);
        }
        return "ABCDEFGHJKLMNPQRTUVWXYZ".charAt(sum % 23) + rest;
    }
}
