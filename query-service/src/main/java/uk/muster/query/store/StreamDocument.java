package uk.muster.query.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The facts of one stream in the order in which they were recorded: a school's, a pupil's, a pupil's absences' or a register's.
 *
 * @param id the stream: {@code urn}, {@code urn/pupil number} or {@code urn/pupil number/absence}; of a register its {@link RegisterKey}
 * @param facts at least one
 */
public record StreamDocument(String id, List<Fact> facts) {

    public StreamDocument {
        facts = List.copyOf(facts);
    }

    /** The position of the last fact. */
    public long position() {
        return facts.getLast().position();
    }

    /** The facts recorded by an instant, that instant included. */
    public List<Fact> knownAt(Instant asOf) {
        return facts.stream().filter(fact -> fact.isKnownAt(asOf)).toList();
    }

    /** The stream with those of the facts that it does not have yet. */
    public StreamDocument with(List<Fact> later) {
        List<Fact> all = new ArrayList<>(facts);
        later.stream().filter(fact -> fact.position() > position()).forEach(all::add);
        return new StreamDocument(id, all);
    }
}
