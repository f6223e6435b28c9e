package uk.muster.query.school;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import uk.muster.http.identity.Caller;
import uk.muster.http.problem.Problem;
import uk.muster.kernel.identity.TrustId;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.store.Projection;

/** Reads out of the live projection which schools name a trust as theirs. */
public final class Trusts {

    private final Supplier<Projection> live;
    private final Schools schools;

    public Trusts(Supplier<Projection> live, Schools schools) {
        this.live = live;
        this.schools = schools;
    }

    /**
     * The trust's schools that the caller may speak of, in order of their URNs, as they were known at an instant.
     *
     * @param asOf inclusive; {@link Instant#MAX} for now
     * @throws uk.muster.http.problem.ProblemException 404 when there was none, as if the trust were unknown
     */
    public List<Urn> require(TrustId trust, Caller caller, Instant asOf) {
        List<Urn> found = Projection.find(live.get().trusts(), trust.value()).stream()
                .flatMap(document -> document.getArray("s").stream())
                .map(urn -> Urn.parse(urn.asString().getValue()))
                .filter(caller::covers)
                .filter(urn -> names(urn, trust, asOf))
                .sorted()
                .toList();
        if (found.isEmpty()) {
            throw Problem.unknown("There is no such trust.").asException();
        }
        return found;
    }

    private boolean names(Urn urn, TrustId trust, Instant asOf) {
        return schools.find(urn, asOf)
                .flatMap(school -> Optional.ofNullable(school.state().details().trust()))
                .filter(trust.value()::equals)
                .isPresent();
    }
}
