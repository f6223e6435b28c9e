package uk.muster.command;

import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.muster.command.axon.CommandDispatch;
import uk.muster.command.backup.BackupRounds;
import uk.muster.command.backup.Backups;
import uk.muster.command.backup.DestructionJournal;
import uk.muster.command.keys.KeyRotation;
import uk.muster.command.keys.PostgresKeys;
import uk.muster.command.ledger.LedgerReader;
import uk.muster.command.ledger.LedgerWriter;
import uk.muster.command.retention.DestroyedKeys;
import uk.muster.command.retention.DisposalRounds;
import uk.muster.command.retention.Disposals;
import uk.muster.command.retention.KeyDestroyer;
import uk.muster.command.retention.LedgerOpenMatters;
import uk.muster.command.roll.RollBook;
import uk.muster.command.school.SchoolBook;
import uk.muster.kernel.sealing.MasterKeyFile;

/** The end of what is recorded. */
@Configuration(proxyBeanMethods = false)
public class RetentionConfiguration {

    @Bean
    Disposals disposals(
            PostgresKeys subjectKeys,
            LedgerReader ledger,
            SchoolBook schools,
            RollBook roll,
            CommandDispatch commands,
            InstantSource clock,
            Settings settings) {
        DestroyedKeys destroyed = Optional.ofNullable(settings.backups().folder())
                .<DestroyedKeys>map(DestructionJournal::in)
                .orElse(DestroyedKeys.NOWHERE);
        return new Disposals(
                subjectKeys,
                ledger,
                new LedgerOpenMatters(ledger),
                schools,
                new KeyDestroyer(subjectKeys, schools, roll, commands, clock),
                commands,
                clock,
                destroyed);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    @ConditionalOnProperty("muster.backups.folder")
    BackupRounds backupRounds(Settings settings, DataSource database, InstantSource clock, LedgerWriter writer) {
        Settings.Backups backups = settings.backups();
        return new BackupRounds(
                new Backups(Objects.requireNonNull(backups.folder())),
                database,
                backups.every(),
                clock,
                writer::isActive);
    }

    @Bean(destroyMethod = "close")
    KeyRotation keyRotation(DataSource database, MasterKeyFile masterKey) {
        return new KeyRotation(database, masterKey);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    DisposalRounds disposalRounds(Disposals disposals, LedgerWriter writer) {
        return new DisposalRounds(disposals, writer::isActive);
    }
}
