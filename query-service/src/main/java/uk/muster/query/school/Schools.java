package uk.muster.query.school;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

/** Reads schools out of the live projection. */
public final class Schools {

    private final Supplier<Projection> live;

    public Schools(Supplier<Projection> live) {
        this.live = live;
    }

    /**
     * The school as it was known at an instant, that instant included.
     *
     * @throws uk.muster.http.problem.ProblemException 404 when it was not known then
     */
    public School require(Urn urn, Instant asOf) {
        return Projection.find(live.get().schools(), urn.toString())
                .flatMap(document -> fold(document.knownAt(asOf)))
                .orElseThrow(() -> Problem.unknownSchool().asException());
    }

    /** Empty also between a school's first two facts, which are recorded together but may come apart. */
    private static Optional<School> fold(List<Fact> facts) {
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
