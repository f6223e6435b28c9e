package uk.muster.query.school;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import uk.muster.http.problem.Problem;
import uk.muster.kernel.calendar.SchoolCalendar;
import uk.muster.kernel.calendar.SchoolCalendars;
import uk.muster.kernel.event.SchoolEvent;
import uk.muster.kernel.event.SchoolEvent.CalendarPublished;
import uk.muster.kernel.event.SchoolEvent.PolicyProfileActivated;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.policy.EffectivePolicy;
import uk.muster.kernel.school.SchoolState;
import uk.muster.query.store.Fact;
import uk.muster.query.store.Projection;
import uk.muster.query.store.StreamDocument;

/** Reads schools out of the live projection. */
public final class Schools {

    /** As many as are asked for in turn; a school's policy and calendars take some ten kilobytes. */
    private static final int MOST = 2_000;

    private final Supplier<Projection> live;

    /** Schools as they are now, each as of the position at which it was folded. */
    private final Cache<Urn, Folded> now =
            Caffeine.newBuilder().maximumSize(MOST).build();

    /** Schools as they were, by the last fact that was known of them: what comes later changes nothing of that. */
    private final Cache<LastKnown, Optional<School>> then =
            Caffeine.newBuilder().maximumSize(MOST).build();

    private record LastKnown(Urn urn, long position, UUID event) {}

    private record Folded(StreamDocument document, Optional<School> school) {}

    public Schools(Supplier<Projection> live) {
        this.live = live;
    }

    /**
     * The school as it was known at an instant, that instant included.
     *
     * @throws uk.muster.http.problem.ProblemException 404 when it was not known then
     */
    public School require(Urn urn, Instant asOf) {
        return find(urn, asOf).orElseThrow(() -> Problem.unknownSchool().asException());
    }

    /** The same; empty when the school was not known then. */
    public Optional<School> find(Urn urn, Instant asOf) {
        return Projection.find(live.get().schools(), urn.toString())
                .flatMap(document -> asOf.equals(Instant.MAX) ? now(urn, document) : then(urn, document.knownAt(asOf)));
    }

    private Optional<School> then(Urn urn, List<Fact> known) {
        if (known.isEmpty()) {
            return Optional.empty();
        }
        Fact last = known.getLast();
        return then.get(new LastKnown(urn, last.position(), last.event()), _ -> fold(known));
    }

    private Optional<School> now(Urn urn, StreamDocument document) {
        Folded known = now.getIfPresent(urn);
        if (known == null || !known.document().equals(document)) {
            known = new Folded(document, fold(document.facts()));
            now.put(urn, known);
        }
        return known.school();
    }

    /** A school by its facts, in order. Empty also between the first two, which are recorded together but may come apart. */
    public static Optional<School> fold(List<Fact> facts) {
        SchoolState state = null;
        List<SchoolCalendars> published = new ArrayList<>();
        for (Fact fact : facts) {
            SchoolEvent event = (SchoolEvent) fact.read();
            state = SchoolState.evolve(state, event);
            if (event instanceof CalendarPublished e) {
                published.add(SchoolCalendars.of(
                        List.of(new SchoolCalendar(e.academicYear(), e.terms(), e.closures())), List.of()));
            }
        }
        PolicyProfileActivated policy = state == null ? null : state.policy();
        return state == null || policy == null
                ? Optional.empty()
                : Optional.of(new School(state, state.allCalendars(), published, policyOf(policy)));
    }

    /** The people of a policy are sealed apart from it; nothing that is asked here needs them. */
    private static EffectivePolicy policyOf(PolicyProfileActivated activated) {
        JsonNode profile = activated.profile();
        if (profile instanceof ObjectNode object && !object.path("contacts").isArray()) {
            profile = withoutContacts(object);
        }
        return EffectivePolicy.of(profile);
    }

    private static ObjectNode withoutContacts(ObjectNode profile) {
        ObjectNode copy = profile.deepCopy();
        copy.putArray("contacts");
        return copy;
    }
}
