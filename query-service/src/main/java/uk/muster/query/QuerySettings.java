package uk.muster.query;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code muster.*} of query-service.
 *
 * @param rebuild whether to make the projections anew at the start
 */
@ConfigurationProperties("muster")
public record QuerySettings(
        Database database,
        @DefaultValue Access access,
        Kafka kafka,
        Mongodb mongodb,
        Keys keys,
        @DefaultValue Clock clock,
        @DefaultValue("false") boolean rebuild) {

    /** The ledger's database, by a role that may only read. */
    public record Database(String url, String user, String password) {

        @Override
        public String toString() {
            return "Database[" + url + "]";
        }
    }

    /** Who writes down who looked: a role of the same database that may insert and read those records and nothing else. */
    public record Access(
            @DefaultValue("muster_access") String user,
            @DefaultValue("") String password) {

        @Override
        public String toString() {
            return "Access[" + user + "]";
        }
    }

    /**
     * The topic.
     *
     * @param instanceId names this instance in the consumer group, 1 to 249 of {@code A-Z a-z 0-9 . _ -}, the same after a restart; the host and port
     *     when it is left out
     */
    public record Kafka(
            String bootstrapServers,
            @DefaultValue("muster.events") String topic,
            @Nullable String instanceId) {}

    /**
     * The document store.
     *
     * @param database where it is written which generation of the projections is live; the generations are {@code database_1} and so on
     */
    public record Mongodb(
            String uri, @DefaultValue("muster") String database) {

        /** The URI may hold a password. */
        @Override
        public String toString() {
            return "Mongodb[" + database + "]";
        }
    }

    /** @param masterFile 32 bytes in base64, under which data keys are wrapped */
    public record Keys(Path masterFile) {}

    /** @param start business time at which a trial begins; null when none does, though one may have begun on this data before */
    public record Clock(@Nullable Instant start) {}
}
