package uk.muster.query.audit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.muster.query.keys.Opener;
import uk.muster.query.keys.SubjectKeys;

/** Who answers the auditor. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    @Bean
    AmendmentAudit amendmentAudit(Ledger ledger, Opener opener, SubjectKeys keys) {
        return new AmendmentAudit(ledger, opener, keys);
    }

    @Bean
    EventExport eventExport(Ledger ledger, SubjectKeys keys, LedgerProofs proofs) {
        return new EventExport(ledger, keys, proofs);
    }

    @Bean
    Replay replay(Ledger ledger, SubjectKeys keys) {
        return new Replay(ledger, keys);
    }

    @Bean
    LedgerProofs ledgerProofs(Checkpoints checkpoints) {
        return new LedgerProofs(checkpoints);
    }
}
