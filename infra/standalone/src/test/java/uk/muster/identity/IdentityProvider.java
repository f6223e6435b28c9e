package uk.muster.identity;

import java.io.IOException;
import uk.muster.standalone.StandIn;

/** A provider in name only. */
public final class IdentityProvider {

    private IdentityProvider() {}

    public static void main(String[] args) throws IOException {
        StandIn.serve();
    }
}
