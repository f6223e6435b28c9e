package uk.muster.query.access;

/** Told by whoever puts an answer together of what it shows, before it is given. */
@FunctionalInterface
public interface Looks {

    /** @throws uk.muster.http.problem.ProblemException 503 when the look could not be recorded, so that the answer must not be given */
    void at(Look look);
}
