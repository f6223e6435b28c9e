package uk.muster.query;

import java.io.IOException;
import uk.muster.standalone.StandIn;

/** A service in name only. */
public final class QueryService {

    private QueryService() {}

    public static void main(String[] args) throws IOException {
        StandIn.serve();
    }
}
