package uk.muster.benchmarks.school;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import uk.muster.benchmarks.load.LoadClient;
import uk.muster.benchmarks.load.Outcome;
import uk.muster.benchmarks.load.RequestBuffer;
import uk.muster.benchmarks.load.Requests;
import uk.muster.benchmarks.load.Response;

/** Sends commands over all connections of a client. One that the service asks for again, as it may when it has just begun, is sent again. */
public final class Commands implements Requests {

    private static final int AWAY = 503;

    private final byte[] headers;
    private final Iterator<Command> commands;
    private final Runnable answered;
    private final Outcome outcome = new Outcome();
    private final Map<Integer, Command> underWay = new HashMap<>();
    private final Deque<Command> again = new ArrayDeque<>();
    private int number;

    private Commands(byte[] headers, Stream<Command> commands, Runnable answered) {
        this.headers = headers;
        this.commands = commands.iterator();
        this.answered = answered;
    }

    /**
     * Sends them all, in their order but several at once.
     *
     * @param answered told after each
     * @throws IllegalStateException when anything is refused
     */
    public static void send(LoadClient client, byte[] headers, Stream<Command> commands, Runnable answered)
            throws IOException {
        Commands all = new Commands(headers, commands, answered);
        client.run(all);
        all.outcome.requireNoRefusal();
    }

    @Override
    public int write(RequestBuffer out) {
        if (again.isEmpty() && !commands.hasNext()) {
            return NONE;
        }
        Command command = again.isEmpty() ? commands.next() : again.remove();
        underWay.put(++number, command);
        out.add(command.body()).end(command.line(), headers);
        return number;
    }

    @Override
    public void answered(int answeredNumber, Response response, long nanos) {
        Command command = Objects.requireNonNull(underWay.remove(answeredNumber));
        if (response.status() == AWAY) {
            again.add(command);
            return;
        }
        outcome.count("A command", response);
        answered.run();
    }
}
