package uk.muster.query.school;

import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.bson.BsonString;
import uk.muster.http.identity.Caller;
import uk.muster.http.problem.Problem;
import uk.muster.kernel.identity.TrustId;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.store.Projection;
import uk.muster.query.store.TrustDocument;

/** Reads out of the live projection which schools name a trust as theirs. */
public final class Trusts {

    private final Supplier<Projection> live;

    public Trusts(Supplier<Projection> live) {
        this.live = live;
    }

    /**
     * The trust's schools that the caller may speak of, in order of their URNs.
     *
     * @throws uk.muster.http.problem.ProblemException 404 when there is none, as if the trust were unknown
     */
    public List<Urn> require(TrustId trust, Caller caller) {
        List<Urn> schools = live
                .get()
                .trusts()
                .find(Filters.eq(TrustDocument.TRUST, new BsonString(trust.value())))
                .map(TrustDocument::urn)
                .into(new ArrayList<>())
                .stream()
                .filter(caller::covers)
                .sorted()
                .toList();
        if (schools.isEmpty()) {
            throw Problem.unknown("There is no such trust.").asException();
        }
        return schools;
    }
}
