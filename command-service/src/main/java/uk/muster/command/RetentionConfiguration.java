package uk.muster.command;

import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
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
    BackupRounds backupRounds(
            Settings settings, StoreConfiguration.Schema schema, InstantSource clock, LedgerWriter writer) {
        Settings.Backups backups = settings.backups();
        return new BackupRounds(
                new Backups(Objects.requireNonNull(backups.folder())),
                readingEverything(settings.database()),
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

    /** The schema's owner, where it is set: no service's own role may read every table. */
    private static DataSource readingEverything(Settings.Database database) {
        PGSimpleDataSource owner = new PGSimpleDataSource();
        owner.setURL(database.url());
        owner.setUser(Objects.requireNonNullElse(database.migrationUser(), database.user()));
        owner.setPassword(Objects.requireNonNullElse(database.migrationPassword(), database.password()));
        return owner;
    }
}
