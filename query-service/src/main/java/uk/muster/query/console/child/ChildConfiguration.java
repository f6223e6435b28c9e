package uk.muster.query.console.child;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.muster.query.attendance.AttendanceReader;
import uk.muster.query.chronology.ChronologyReader;
import uk.muster.query.console.shell.Identities;
import uk.muster.query.penalty.PenaltyWindowReader;
import uk.muster.query.pupil.Pupils;
import uk.muster.query.school.Schools;

/** Who puts the page of a child together. */
@Configuration(proxyBeanMethods = false)
class ChildConfiguration {

    @Bean
    ChildReader childReader(
            Schools schools,
            Pupils pupils,
            Identities identities,
            AttendanceReader attendance,
            ChronologyReader chronology,
            PenaltyWindowReader windows,
            InstantSource businessClock) {
        return new ChildReader(schools, pupils, identities, attendance, chronology, windows, businessClock);
    }
}
