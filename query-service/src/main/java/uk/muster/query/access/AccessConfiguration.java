package uk.muster.query.access;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.muster.query.pupil.Pupils;

/** Who records looks and answers who looked. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    @Bean
    LookLog lookLog(LookStore lookStore, InstantSource businessClock) {
        return new LookLog(lookStore, businessClock);
    }

    @Bean
    Looks looks(LookLog lookLog) {
        return new RequestLooks(lookLog);
    }

    @Bean
    LookLists lookLists(LookStore lookStore, Pupils pupils) {
        return new LookLists(lookStore, pupils);
    }
}
