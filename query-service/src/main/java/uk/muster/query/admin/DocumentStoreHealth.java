package uk.muster.query.admin;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import uk.muster.query.ingest.Ingest;
import uk.muster.query.store.LiveProjection;

/** Up when the document store answers. Whether the projections are being kept up is told beside it, but takes nobody out of service. */
public final class DocumentStoreHealth implements HealthIndicator {

    private final LiveProjection live;
    private final Ingest ingest;

    public DocumentStoreHealth(LiveProjection live, Ingest ingest) {
        this.live = live;
        this.ingest = ingest;
    }

    @Override
    public Health health() {
        try {
            String name = live.refresh().name();
            return Health.up()
                    .withDetail("projection", name)
                    .withDetail("keptUp", !ingest.isInTrouble())
                    .build();
        } catch (RuntimeException e) {
            return Health.down()
                    .withDetail("reason", e.getClass().getSimpleName())
                    .build();
        }
    }
}
