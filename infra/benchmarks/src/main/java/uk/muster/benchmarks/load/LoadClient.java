package uk.muster.benchmarks.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests over kept-alive HTTP/1.1 connections, one in flight on each, from one thread: a closed loop, so a slow answer delays the
 * next request of its connection. Connections that the server closes after an answer are made again.
 */
public final class LoadClient implements AutoCloseable {

    private final InetSocketAddress address;
    private final Selector selector;
    private final List<Connection> connections = new ArrayList<>();
    private final RequestBuffer buffer = new RequestBuffer();
    private int inFlight;
    private @Nullable IOException failure;

    private static final class Connection {
        private final Response response = new Response();
        private SocketChannel channel;
        private ByteBuffer unsent = ByteBuffer.allocate(0);
        private int number;
        private long begun;

        private Connection(SocketChannel channel) {
            this.channel = channel;
        }
    }

    public LoadClient(URI service, int connections) throws IOException {
        this.address = new InetSocketAddress(service.getHost(), service.getPort());
        this.selector = Selector.open();
        for (int i = 0; i < connections; i++) {
            Connection connection = new Connection(connect());
            connection.channel.register(selector, 0, connection);
            this.connections.add(connection);
        }
    }

    /** Sends all requests there are and returns when the last is answered. */
    public void run(Requests requests) throws IOException {
        for (Connection connection : connections) {
            begin(connection, requests);
        }
        while (inFlight > 0) {
            selector.select(key -> advance(key, requests));
            if (failure != null) {
                throw failure;
            }
        }
    }

    private void advance(SelectionKey key, Requests requests) {
        Connection connection = (Connection) key.attachment();
        try {
            if (key.isWritable()) {
                flush(connection);
            }
            if (key.isReadable()) {
                receive(connection, requests);
            }
        } catch (IOException e) {
            failure = e;
        }
    }

    private void begin(Connection connection, Requests requests) throws IOException {
        connection.number = requests.write(buffer.clear());
        if (connection.number == Requests.NONE) {
            connection.channel.keyFor(selector).interestOps(0);
            return;
        }
        inFlight++;
        connection.begun = System.nanoTime();
        connection.response.clear();
        connection.unsent = ByteBuffer.wrap(buffer.bytes(), 0, buffer.length());
        connection.channel.write(connection.unsent);
        if (connection.unsent.hasRemaining()) {
            byte[] rest = new byte[connection.unsent.remaining()];
            connection.unsent.get(rest);
            connection.unsent = ByteBuffer.wrap(rest);
        }
        listen(connection);
    }

    private void flush(Connection connection) throws IOException {
        connection.channel.write(connection.unsent);
        listen(connection);
    }

    private void listen(Connection connection) {
        connection
                .channel
                .keyFor(selector)
                .interestOps(connection.unsent.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }

    private void receive(Connection connection, Requests requests) throws IOException {
        Response response = connection.response;
        boolean whole = false;
        int read = 1;
        while (!whole && read > 0) {
            byte[] space = response.space();
            read = connection.channel.read(ByteBuffer.wrap(space, response.count(), space.length - response.count()));
            whole = read > 0 && response.received(read);
        }
        if (read < 0) {
            throw new EOFException("The server closed a connection before it answered");
        }
        if (whole) {
            inFlight--;
            requests.answered(connection.number, response, System.nanoTime() - connection.begun);
            if (response.closes()) {
                connection.channel.close();
                connection.channel = connect();
                connection.channel.register(selector, 0, connection);
            }
            begin(connection, requests);
        }
    }

    private SocketChannel connect() throws IOException {
        SocketChannel channel = SocketChannel.open(address);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        return channel;
    }

    @Override
    public void close() throws IOException {
        for (Connection connection : connections) {
            connection.channel.close();
        }
        selector.close();
    }
}
