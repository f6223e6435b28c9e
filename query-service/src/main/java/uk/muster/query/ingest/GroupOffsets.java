package uk.muster.query.ingest;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import uk.muster.query.store.Place;

/**
 * Tells the consumer group how far the projections are, so that it can be seen from outside; nothing here reads it. It is told now and then while
 * events keep coming, and again until the broker has taken it: after the last event there is no next one that would make up for a failure. Used by
 * the consumer's thread alone, on which the answers come too.
 */
final class GroupOffsets {

    private static final Duration EVERY = Duration.ofMillis(50);

    private final Consumer<?, ?> member;
    private final String topic;
    private final Map<TopicPartition, OffsetAndMetadata> untold = new HashMap<>();
    private boolean underWay;
    private long toldAt = System.nanoTime() - EVERY.toNanos();

    GroupOffsets(Consumer<?, ?> member, String topic) {
        this.member = member;
        this.topic = topic;
    }

    void moved(Collection<Place> places) {
        places.forEach(
                place -> untold.put(new TopicPartition(topic, place.partition()), new OffsetAndMetadata(place.next())));
    }

    /** Other members may have the partitions now, and be further. */
    void lost() {
        untold.clear();
    }

    /** Tells, if there is something to tell and it is time. */
    void tell() {
        if (untold.isEmpty() || underWay || left().isPositive()) {
            return;
        }
        Map<TopicPartition, OffsetAndMetadata> offsets = Map.copyOf(untold);
        toldAt = System.nanoTime();
        underWay = true;
        try {
            member.commitAsync(offsets, (_, failure) -> answered(offsets, failure));
        } catch (KafkaException e) {
            answered(offsets, e);
            throw e;
        }
    }

    private void answered(Map<TopicPartition, OffsetAndMetadata> offsets, @Nullable Exception failure) {
        underWay = false;
        if (failure == null) {
            untold.entrySet().removeAll(offsets.entrySet());
        }
    }

    /** How long the consumer may wait for events before there is something to tell. */
    Duration patience(Duration most) {
        return untold.isEmpty() || underWay || left().compareTo(most) > 0 ? most : left();
    }

    private Duration left() {
        Duration left = EVERY.minusNanos(System.nanoTime() - toldAt);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
