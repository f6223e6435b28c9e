package uk.muster.command.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.muster.command.keys.Vault;
import uk.muster.command.notify.Outbox;
import uk.muster.kernel.event.FollowUpEvent.NotificationRaised;
import uk.muster.kernel.event.FollowUpEvent.Recipient;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.identity.Urn;

/** The running service, told where its mail server is. */
class MessagesOfTheServiceTest {

    @TempDir
    Path folder;

    @Test
    void aMessageAboutAPupilOfItsBooksLeavesIt() throws Exception {
        GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        server.start();
        try (RunningCommandService service = RunningCommandService.start(
                folder,
                Map.of(
                        "muster.mail.host", "127.0.0.1",
                        "muster.mail.port", Integer.toString(server.getSmtp().getPort()),
                        "muster.mail.from", "muster@school.example",
                        "muster.mail.starttls", "false"))) {
            admit(service);
            ApplicationContext context = service.context();
            context.getBean(Outbox.class).put(raised(context));
            assertThat(server.waitForIncomingEmail(20_000, 1)).isTrue();
            assertThat(server.getReceivedMessages()[0].getSubject())
                    .isEqualTo("Unexplained absence at Ash Green (URN 900003): pupil p1, 2025-09-08 AM");
        } finally {
            server.stop();
        }
    }

    @Test
    void aMailServerWithoutASenderIsRefusedAtTheStart() {
        assertThatThrownBy(() -> RunningCommandService.start(folder, Map.of("muster.mail.host", "127.0.0.1")))
                .hasStackTraceContaining("muster.mail.from is not");
    }

    private static void admit(RunningCommandService service) {
        String mis = service.token("mis-integration", "*");
        assertThat(service.put(mis, "/schools/900003", """
                {"name":"Ash Green","laCode":"810","phase":"PRIMARY","policyProfile":"kts","policyOverlay":{
                 "sessions":{"pm":{"start":"13:00","register_closes":"13:20"}},
                 "contacts":[{"role":"attendance","name":"M. Invented"}]}}
                """).status()).isEqualTo(201);
        assertThat(service.put(mis, "/schools/900003/pupils/p1", """
                {"upn":"H801200001001","forename":"Robin","surname":"Example","dateOfBirth":"2017-11-05","yearGroup":"3",
                 "group":"3A","admittedOn":"2025-09-01","contacts":[],"flags":[]}
                """).status()).isEqualTo(201);
    }

    private static NotificationRaised raised(ApplicationContext context) {
        PupilNumber pupil = context.getBean(JdbcClient.class)
                .sql("SELECT pupil FROM muster.roll_pupil WHERE pupil_id = 'p1'")
                .query((row, i) -> new PupilNumber(row.getString(1)))
                .single();
        return new NotificationRaised(
                new Urn(900_003),
                pupil,
                UUID.randomUUID(),
                UUID.randomUUID(),
                Recipient.YOUTH_OFFENDING,
                new SessionKey(LocalDate.parse("2025-09-08"), SessionHalf.AM),
                context.getBean(Vault.class).seal(pupil, "officer@council.example"));
    }
}
