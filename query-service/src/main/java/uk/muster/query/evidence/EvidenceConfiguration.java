package uk.muster.query.evidence;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.muster.query.access.Looks;
import uk.muster.query.attendance.AttendanceReader;
import uk.muster.query.audit.EventProofs;
import uk.muster.query.audit.EventsOfPupil;
import uk.muster.query.chronology.ChronologyReader;
import uk.muster.query.keys.Opener;
import uk.muster.query.penalty.PenaltyWindowReader;
import uk.muster.query.pupil.Pupils;
import uk.muster.query.school.Schools;

/** Who makes packs. */
@Configuration(proxyBeanMethods = false)
class EvidenceConfiguration {

    @Bean
    EvidencePacks evidencePacks(
            Schools schools,
            Pupils pupils,
            Opener opener,
            AttendanceReader attendance,
            ChronologyReader chronology,
            PenaltyWindowReader windows,
            EventsOfPupil events,
            EventProofs proofs,
            Looks looks,
            InstantSource businessClock) {
        return new EvidencePacks(
                schools,
                pupils,
                new Particulars(opener, businessClock),
                attendance,
                chronology,
                windows,
                events,
                proofs,
                looks,
                businessClock);
    }

    @Bean
    EvidenceDownloads evidenceDownloads(EvidencePacks evidencePacks, InstantSource businessClock) {
        return new EvidenceDownloads(evidencePacks, new PackPrinter(), businessClock);
    }
}
