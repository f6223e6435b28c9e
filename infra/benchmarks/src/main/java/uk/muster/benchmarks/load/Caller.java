package uk.muster.benchmarks.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** One request after another over one connection; the calling thread waits for each answer. */
public final class Caller implements AutoCloseable {

    private final InetSocketAddress address;
    private final RequestBuffer buffer = new RequestBuffer();
    private final Response response = new Response();
    private SocketChannel channel;

    public Caller(URI service) throws IOException {
        this.address = new InetSocketAddress(service.getHost(), service.getPort());
        this.channel = connect();
    }

    /**
     * @param line method and path
     * @param headers whole header lines, each ended by CR LF
     * @return the answer, good until the next call
     */
    public Response call(String line, byte[] headers) throws IOException {
        return call(line, headers, "");
    }

    /**
     * The same with a body.
     *
     * @param body sent as UTF-8
     */
    public Response call(String line, byte[] headers, String body) throws IOException {
        if (!channel.isOpen()) {
            channel = connect();
        }
        buffer.clear().add(body).end(line, headers);
        ByteBuffer unsent = ByteBuffer.wrap(buffer.bytes(), 0, buffer.length());
        while (unsent.hasRemaining()) {
            channel.write(unsent);
        }
        response.clear();
        boolean whole = false;
        while (!whole) {
            byte[] space = response.space();
            int read = channel.read(ByteBuffer.wrap(space, response.count(), space.length - response.count()));
            if (read < 0) {
                throw new EOFException("The server closed a connection before it answered");
            }
            whole = response.received(read);
        }
        if (response.closes()) {
            channel.close();
        }
        return response;
    }

    private SocketChannel connect() throws IOException {
        SocketChannel fresh = SocketChannel.open(address);
        fresh.setOption(StandardSocketOptions.TCP_NODELAY, true);
        return fresh;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
