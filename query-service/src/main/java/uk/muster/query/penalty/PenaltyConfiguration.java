package uk.muster.query.penalty;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.muster.query.chronology.Absences;
import uk.muster.query.keys.Opener;
import uk.muster.query.pupil.PupilOpener;
import uk.muster.query.pupil.Pupils;
import uk.muster.query.register.Registers;
import uk.muster.query.school.Schools;
import uk.muster.query.sheet.Sheets;

/** Who answers what is asked about penalty windows. */
@Configuration(proxyBeanMethods = false)
class PenaltyConfiguration {

    @Bean
    PenaltyWindowReader penaltyWindowReader(
            Schools schools,
            Pupils pupils,
            Registers registers,
            Absences absences,
            Opener opener,
            InstantSource businessClock) {
        return new PenaltyWindowReader(
                schools,
                pupils,
                new ChildSessions(schools, pupils, registers),
                absences,
                new EarlierSchools(opener),
                businessClock);
    }

    @Bean
    PenaltyWindowLists penaltyWindowLists(
            Sheets sheets,
            Schools schools,
            Pupils pupils,
            Registers registers,
            Absences absences,
            PupilOpener pupilOpener,
            Opener opener,
            InstantSource businessClock) {
        return new PenaltyWindowLists(
                sheets,
                new ChildSessions(schools, pupils, registers),
                absences,
                pupilOpener,
                new EarlierSchools(opener),
                businessClock);
    }
}
