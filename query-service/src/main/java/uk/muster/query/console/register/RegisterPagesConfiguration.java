package uk.muster.query.console.register;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.muster.query.pupil.PupilOpener;
import uk.muster.query.pupil.Pupils;
import uk.muster.query.register.RegisterReader;
import uk.muster.query.school.Schools;

/** Who puts a class's week together. */
@Configuration(proxyBeanMethods = false)
class RegisterPagesConfiguration {

    @Bean
    WeekReader weekReader(
            Schools schools, Pupils pupils, PupilOpener opener, RegisterReader registers, InstantSource businessClock) {
        return new WeekReader(schools, pupils, opener, registers, businessClock);
    }
}
