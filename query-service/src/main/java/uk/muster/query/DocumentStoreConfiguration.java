package uk.muster.query;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.muster.query.ingest.Progress;
import uk.muster.query.store.Interruptions;
import uk.muster.query.store.LiveProjection;

/** The document store and what of it is live. A store that is away is noticed within two seconds. */
@Configuration(proxyBeanMethods = false)
class DocumentStoreConfiguration {

    private static final int NOTICED_AFTER_SECONDS = 2;
    private static final int ANSWERED_WITHIN_SECONDS = 20;

    @Bean
    MongoClient documentStore(QuerySettings settings, Interruptions interruptions) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(settings.mongodb().uri()))
                .applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(NOTICED_AFTER_SECONDS, TimeUnit.SECONDS))
                .applyToConnectionPoolSettings(pool -> pool.addConnectionPoolListener(interruptions))
                .applyToSocketSettings(socket -> socket.connectTimeout(NOTICED_AFTER_SECONDS, TimeUnit.SECONDS)
                        .readTimeout(ANSWERED_WITHIN_SECONDS, TimeUnit.SECONDS))
                .build());
    }

    @Bean
    LiveProjection liveProjection(MongoClient documentStore, QuerySettings settings) {
        return new LiveProjection(documentStore, settings.mongodb().database());
    }

    @Bean
    Interruptions interruptions() {
        return new Interruptions();
    }

    @Bean
    Progress progress(Interruptions interruptions) {
        return new Progress(interruptions);
    }
}
