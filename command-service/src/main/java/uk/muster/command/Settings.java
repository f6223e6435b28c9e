package uk.muster.command;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What an operator sets, {@code muster.*}; each is an environment variable too ({@code MUSTER_DATABASE_URL}). */
@ConfigurationProperties("muster")
public record Settings(
        Database database,
        Kafka kafka,
        Keys keys,
        @DefaultValue Clock clock,
        @DefaultValue Mail mail,
        @DefaultValue Checkpoints checkpoints,
        @DefaultValue Backups backups) {

    /**
     * PostgreSQL.
     *
     * @param user role {@code muster_command}, which may add events and never change one
     * @param migrationUser owner of the schema, who sets it up; none when it is set up by other means
     */
    public record Database(
            String url,
            String user,
            String password,
            @Nullable String migrationUser,
            @Nullable String migrationPassword,
            @DefaultValue("24") int connections) {}

    /** The topic that events are relayed to; its partitions are fixed for ever. */
    public record Kafka(
            String bootstrapServers,
            @DefaultValue("muster.events") String topic,
            @DefaultValue("12") int partitions,
            @DefaultValue("1") short replicationFactor) {}

    /** The master key: 32 bytes in base64. */
    public record Keys(Path masterFile) {}

    /** For trials: where the business clock begins. Empty for the machine's own time. */
    public record Clock(@Nullable Instant start) {}

    /**
     * The mail server that takes messages to people outside the school (HCAT-115, KTS-50).
     *
     * @param host none: messages wait
     * @param from the address that messages come from; a host needs it
     * @param starttls whether nothing is sent but over TLS
     * @param user who signs in; none where the server asks nobody
     */
    public record Mail(
            @Nullable String host,
            @DefaultValue("587") int port,
            @Nullable String from,
            @DefaultValue("true") boolean starttls,
            @Nullable String user,
            @Nullable String password) {}

    /**
     * Signed checkpoints of the ledger.
     *
     * @param keyFile an Ed25519 key in PEM (PKCS #8); none: no checkpoints are made
     * @param publicKeyFile its public key in one line, {@code name+id+base64}; goes with it
     * @param file where the newest checkpoint is written; none: nowhere
     * @param topic to which each checkpoint goes
     * @param events after how many of them a checkpoint is made at the latest
     * @param interval after how long, where there is an event since
     */
    public record Checkpoints(
            @Nullable Path keyFile,
            @Nullable Path publicKeyFile,
            @Nullable Path file,
            @DefaultValue("muster.checkpoints") String topic,
            @DefaultValue("10000") int events,
            @DefaultValue("PT10S") Duration interval) {}

    /**
     * Backups that this service makes by itself (regs 5, 7).
     *
     * @param folder where they lie, with the list of destroyed keys; none: none are made
     * @param every after how long another is made, by business time; a month at most
     */
    public record Backups(
            @Nullable Path folder, @DefaultValue("P1M") Period every) {}
}
