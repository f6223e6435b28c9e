package uk.muster.query;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import uk.muster.query.admin.DocumentStoreHealth;
import uk.muster.query.ingest.Ingest;
import uk.muster.query.ingest.Progress;
import uk.muster.query.ingest.Rebuild;
import uk.muster.query.ingest.Topic;
import uk.muster.query.keys.Opener;
import uk.muster.query.sheet.Sheets;
import uk.muster.query.store.Interruptions;
import uk.muster.query.store.LiveProjection;

/** What reads the topic. */
@Configuration(proxyBeanMethods = false)
class TopicConfiguration {

    @Bean
    Topic topic(QuerySettings settings, Environment environment) {
        String instance = settings.kafka().instanceId();
        return new Topic(
                settings.kafka().bootstrapServers(),
                settings.kafka().topic(),
                instance == null ? host() + "-" + environment.getProperty("server.port", "8081") : instance);
    }

    @Bean
    Ingest ingest(
            Topic topic,
            LiveProjection live,
            Opener opener,
            Interruptions interruptions,
            Progress progress,
            Sheets sheets,
            Rebuild rebuild,
            MeterRegistry meters) {
        return new Ingest(topic, live, opener, interruptions, progress, sheets, rebuild::begin, meters);
    }

    @Bean
    Rebuild rebuild(Topic topic, LiveProjection live, Opener opener, Interruptions interruptions) {
        return new Rebuild(topic, live, opener, interruptions);
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> rebuildAtTheStart(QuerySettings settings, Rebuild rebuild) {
        return _ -> {
            if (settings.rebuild()) {
                rebuild.begin();
            } else {
                rebuild.beginIfOutdated();
            }
        };
    }

    @Bean
    DocumentStoreHealth documentStoreHealthIndicator(LiveProjection live, Ingest ingest) {
        return new DocumentStoreHealth(live, ingest);
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName().replaceAll("[^A-Za-z0-9._-]", "-");
        } catch (UnknownHostException e) {
            return "query";
        }
    }
}
