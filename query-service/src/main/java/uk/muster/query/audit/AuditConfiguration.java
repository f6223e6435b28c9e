package uk.muster.query.audit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.muster.query.access.Looks;
import uk.muster.query.keys.Opener;
import uk.muster.query.keys.SubjectKeys;

/** Who answers the auditor. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    @Bean
    AmendmentAudit amendmentAudit(Ledger ledger, Opener opener, SubjectKeys keys, Looks looks) {
        return new AmendmentAudit(ledger, opener, keys, looks);
    }

    @Bean
    EventLines eventLines(Ledger ledger, SubjectKeys keys) {
        return new EventLines(ledger, keys);
    }

    @Bean
    EventExport eventExport(Ledger ledger, EventLines lines, LedgerProofs proofs) {
        return new EventExport(ledger, lines, proofs);
    }

    @Bean
    EventsOfPupil eventsOfPupil(Ledger ledger) {
        return new EventsOfPupil(ledger);
    }

    @Bean
    EventProofs eventProofs(EventLines lines, LedgerProofs proofs) {
        return new EventProofs(lines, proofs);
    }

    @Bean
    Replay replay(Ledger ledger, SubjectKeys keys) {
        return new Replay(ledger, keys);
    }

    @Bean
    RegisterSteps registerSteps(Replay replay, Looks looks) {
        return new RegisterSteps(replay, looks);
    }

    @Bean
    RegisterChecks registerChecks(Ledger ledger, Checkpoints checkpoints) {
        return new RegisterChecks(ledger, checkpoints);
    }

    @Bean
    CheckpointLists checkpointLists(Checkpoints checkpoints) {
        return new CheckpointLists(checkpoints);
    }

    @Bean
    LedgerProofs ledgerProofs(Checkpoints checkpoints) {
        return new LedgerProofs(checkpoints);
    }
}
