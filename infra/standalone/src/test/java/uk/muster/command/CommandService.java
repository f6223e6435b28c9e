package uk.muster.command;

import java.io.IOException;
import uk.muster.standalone.StandIn;

/** A service in name only. */
public final class CommandService {

    private CommandService() {}

    public static void main(String[] args) throws IOException {
        StandIn.serve();
    }
}
