package uk.muster.standalone;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How an instance is started.
 *
 * @param commandPort where command-service listens on 127.0.0.1
 * @param queryPort where query-service listens on 127.0.0.1
 * @param identityPort where people sign in to the console, on 127.0.0.1
 * @param clock where the business clock begins, or empty for the machine's time
 * @param rebuild whether query-service builds its read models anew
 */
public record Options(int commandPort, int queryPort, int identityPort, Optional<Instant> clock, boolean rebuild) {

    /** Free ports, the machine's time, no rebuild. */
    public static Options onFreePorts() {
        var ports = new Ports();
        return new Options(ports.free(), ports.free(), ports.free(), Optional.empty(), false);
    }

    /** The same with a business clock that begins there. */
    public Options withClock(Instant start) {
        return new Options(commandPort, queryPort, identityPort, Optional.of(start), rebuild);
    }

    /** The same with the read models built anew. */
    public Options withRebuild() {
        return new Options(commandPort, queryPort, identityPort, clock, true);
    }

    List<String> arguments() {
        var arguments = new ArrayList<>(List.of(
                "--command-port", Integer.toString(commandPort),
                "--query-port", Integer.toString(queryPort),
                "--identity-port", Integer.toString(identityPort)));
        clock.ifPresent(start -> arguments.addAll(List.of("--clock", start.toString())));
        if (rebuild) {
            arguments.add("--rebuild");
        }
        return arguments;
    }
}
