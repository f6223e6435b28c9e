package uk.muster.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.muster.command.checkpoint.CheckpointFile;
import uk.muster.command.checkpoint.CheckpointMaker;
import uk.muster.command.checkpoint.CheckpointSettings;
import uk.muster.command.checkpoint.NoteSigner;
import uk.muster.command.checkpoint.Publisher;
import uk.muster.command.ledger.CommitSignal;
import uk.muster.command.ledger.LedgerWriter;
import uk.muster.command.relay.NoteTopic;
import uk.muster.command.relay.RelaySettings;

/** Signed checkpoints of the ledger, where a key for them is set. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("muster.checkpoints.key-file")
class CheckpointConfiguration {

    @Bean(initMethod = "start", destroyMethod = "close")
    CheckpointMaker checkpointMaker(LedgerWriter writer, CommitSignal commits, DataSource database, Settings settings) {
        Settings.Checkpoints checkpoints = settings.checkpoints();
        Settings.Kafka kafka = settings.kafka();
        NoteSigner signer = NoteSigner.of(
                Objects.requireNonNull(checkpoints.keyFile()),
                Objects.requireNonNull(
                        checkpoints.publicKeyFile(),
                        "muster.checkpoints.public-key-file is missing: it goes with muster.checkpoints.key-file."));
        List<Publisher> publishers = new ArrayList<>();
        Path file = checkpoints.file();
        if (file != null && !file.toString().isEmpty()) {
            publishers.add(new CheckpointFile(file));
        }
        publishers.add(new NoteTopic(
                RelaySettings.of(kafka.bootstrapServers(), checkpoints.topic(), 1, kafka.replicationFactor()),
                signer.name()));
        LoggerFactory.getLogger(CheckpointMaker.class)
                .info(
                        "Checkpoints are signed by {}, with the public key in {}.",
                        signer.name(),
                        checkpoints.publicKeyFile());
        return new CheckpointMaker(
                writer,
                commits,
                database,
                signer,
                publishers,
                new CheckpointSettings(checkpoints.events(), checkpoints.interval()));
    }
}
