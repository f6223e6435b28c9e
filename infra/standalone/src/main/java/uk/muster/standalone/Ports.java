package uk.muster.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of the loopback address. */
public final class Ports {

    /** Below the range that systems hand out for outgoing connections, so that a server that is started again finds its port free. */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 32_000;

    private final Set<Integer> given = new HashSet<>();

    /** @param kept ports that others will listen on, though they may not yet */
    public Ports(Integer... kept) {
        given.addAll(List.of(kept));
    }

    /** A free port between 20,000 and 32,000 which this object has not given before, and is not kept for others. */
    public int free() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (given.add(port) && isFree(port)) {
                return port;
            }
        }
    }

    /** Whether a server could listen on this port of 127.0.0.1 now. */
    static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
