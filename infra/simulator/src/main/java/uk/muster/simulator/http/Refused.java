package uk.muster.simulator.http;

/** The service refused a request that should have been accepted; the message holds the request line and the problem as answered. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    public Refused(String request, int status, String problem) {
        super(request + " was answered " + status + ":\n" + problem);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
