package uk.muster.query.console.tasks;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.muster.query.pupil.PupilOpener;
import uk.muster.query.pupil.Pupils;

/** Who puts tasks into words. */
@Configuration(proxyBeanMethods = false)
class TasksConfiguration {

    @Bean
    TaskRows taskRows(Pupils pupils, PupilOpener opener, InstantSource businessClock) {
        return new TaskRows(pupils, opener, businessClock);
    }
}
