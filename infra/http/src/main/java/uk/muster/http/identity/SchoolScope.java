package uk.muster.http.identity;

import java.util.Set;
import uk.muster.kernel.identity.Urn;

/** The schools that a caller may speak of: the claim {@code schools}. */
public sealed interface SchoolScope {

    boolean covers(Urn urn);

    /** Every school: {@code ["*"]}. */
    record Every() implements SchoolScope {
        @Override
        public boolean covers(Urn urn) {
            return true;
        }
    }

    /** The schools named, which may be none. */
    record Listed(Set<Urn> urns) implements SchoolScope {

        public Listed {
            urns = Set.copyOf(urns);
        }

        @Override
        public boolean covers(Urn urn) {
            return urns.contains(urn);
        }
    }
}
