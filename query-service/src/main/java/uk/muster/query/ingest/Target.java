package uk.muster.query.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import uk.muster.query.keys.Opener;
import uk.muster.query.store.Place;
import uk.muster.query.store.Projection;

/**
 * A projection being filled from the topic, with its place in each partition.
 *
 * <p>A partition is resumed by reading the last record held once more: if it is not the event that was held, the topic was made anew, and the
 * partition is read from its beginning. Events up to the position held are passed over then.
 */
final class Target {

    private final Projection projection;
    private final BatchWriter writer;
    private final Map<Integer, Place> places = new HashMap<>();
    private final Set<TopicPartition> unconfirmed = new HashSet<>();

    Target(Projection projection, Opener opener) {
        this.projection = projection;
        this.writer = new BatchWriter(projection, opener);
    }

    Projection projection() {
        return projection;
    }

    Collection<Place> places() {
        return List.copyOf(places.values());
    }

    /** Moves the consumer to where the projection stands in these partitions. */
    Collection<Place> resume(Consumer<String, byte[]> consumer, Collection<TopicPartition> partitions) {
        Map<Integer, Place> stored = Place.all(projection);
        if (stored.isEmpty()) {
            projection.begin();
        }
        for (TopicPartition partition : partitions) {
            Place place = stored.getOrDefault(partition.partition(), new Place(partition.partition(), 0, 0));
            places.put(place.partition(), place);
            if (place.next() == 0) {
                consumer.seekToBeginning(List.of(partition));
            } else {
                consumer.seek(partition, place.next() - 1);
                unconfirmed.add(partition);
            }
        }
        return places();
    }

    /** A batch as it was written, and the places that moved. */
    record Written(List<RelayedEvent> events, List<Place> moved) {}

    /**
     * Writes a batch and then the places after it.
     *
     * @param unbroken whether the connection to the store was never broken since this target was {@linkplain #resume resumed}
     * @throws StoreAwayException when it was: a store that came back within the batch, which the driver may hide by asking again, may have forgotten what
     *     was written before, so that no place after it may be stored
     */
    Written write(
            Consumer<String, byte[]> consumer, ConsumerRecords<String, byte[]> records, BooleanSupplier unbroken) {
        List<RelayedEvent> events = new ArrayList<>(records.count());
        List<Place> moved = new ArrayList<>();
        for (TopicPartition partition : records.partitions()) {
            List<ConsumerRecord<String, byte[]>> of = records.records(partition);
            if (unconfirmed.contains(partition) && !confirm(consumer, partition, of.getFirst())) {
                continue;
            }
            long last = places.get(partition.partition()).last();
            for (ConsumerRecord<String, byte[]> message : of) {
                RelayedEvent event = RelayedEvent.of(message);
                if (event.fact().position() > last) {
                    events.add(event);
                    last = event.fact().position();
                }
            }
            moved.add(new Place(partition.partition(), of.getLast().offset() + 1, last));
        }
        if (!events.isEmpty()) {
            writer.write(events);
        }
        if (!unbroken.getAsBoolean()) {
            throw new StoreAwayException();
        }
        if (!moved.isEmpty()) {
            Place.store(projection, moved);
            moved.forEach(place -> places.put(place.partition(), place));
        }
        return new Written(events, moved);
    }

    private boolean confirm(
            Consumer<String, byte[]> consumer, TopicPartition partition, ConsumerRecord<String, byte[]> first) {
        unconfirmed.remove(partition);
        Place place = places.get(partition.partition());
        boolean asHeld = first.offset() == place.next() - 1
                && RelayedEvent.of(first).fact().position() <= place.last();
        if (!asHeld) {
            consumer.seekToBeginning(List.of(partition));
        }
        return asHeld;
    }
}
