package uk.muster.command;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.muster.command.axon.CommandDispatch;
import uk.muster.command.keys.PostgresKeys;
import uk.muster.command.ledger.LedgerReader;
import uk.muster.command.ledger.LedgerWriter;
import uk.muster.command.retention.DisposalRounds;
import uk.muster.command.retention.Disposals;
import uk.muster.command.retention.LedgerOpenMatters;
import uk.muster.command.roll.RollBook;
import uk.muster.command.school.SchoolBook;

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
            InstantSource clock) {
        return new Disposals(subjectKeys, ledger, new LedgerOpenMatters(ledger), schools, roll, commands, clock);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    DisposalRounds disposalRounds(Disposals disposals, LedgerWriter writer) {
        return new DisposalRounds(disposals, writer::isActive);
    }
}
