package uk.muster.query.console.child;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.muster.query.access.Looks;
import uk.muster.query.attendance.AttendanceReader;
import uk.muster.query.chronology.Absences;
import uk.muster.query.console.shell.Identities;
import uk.muster.query.keys.Opener;
import uk.muster.query.penalty.PenaltyWindowReader;
import uk.muster.query.pupil.Pupils;
import uk.muster.query.register.Registers;
import uk.muster.query.school.Schools;

/** Who puts the page of a child together. */
@Configuration(proxyBeanMethods = false)
class ChildConfiguration {

    @Bean
    ChildReader childReader(
            Schools schools,
            Pupils pupils,
            Registers registers,
            Absences absences,
            Identities identities,
            AttendanceReader attendance,
            PenaltyWindowReader windows,
            Opener opener,
            InstantSource businessClock,
            Looks looks) {
        return new ChildReader(
                new ChildReader.Store(schools, pupils, registers, absences),
                identities,
                attendance,
                windows,
                opener,
                businessClock,
                looks);
    }
}
