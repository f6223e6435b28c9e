package uk.muster.query.console.register;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.muster.query.pupil.PupilOpener;
import uk.muster.query.pupil.Pupils;
import uk.muster.query.register.RegisterReader;
import uk.muster.query.school.Schools;

/** Who puts a class's week and term together. */
@Configuration(proxyBeanMethods = false)
class RegisterPagesConfiguration {

    @Bean
    BookReader bookReader(RegisterReader registers, Pupils pupils, PupilOpener opener) {
        return new BookReader(registers, pupils, opener);
    }

    @Bean
    WeekPages weekPages(BookReader bookReader, InstantSource businessClock) {
        return new WeekPages(bookReader, businessClock);
    }

    @Bean
    TermPages termPages(Schools schools, BookReader bookReader, InstantSource businessClock) {
        return new TermPages(schools, bookReader, businessClock);
    }
}
