package uk.muster.command;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What an operator sets, {@code muster.*}; each is an environment variable too ({@code MUSTER_DATABASE_URL}). */
@ConfigurationProperties("muster")
public record Settings(
        Database database,
        Kafka kafka,
        Keys keys,
        @DefaultValue Clock clock) {

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
}
