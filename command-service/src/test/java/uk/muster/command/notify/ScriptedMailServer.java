package uk.muster.command.notify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server on a real socket that answers one word of SMTP as it is told and all others with yes. */
final class ScriptedMailServer implements AutoCloseable {

    /** Instead of an answer: the connection ends. */
    static final String HANG_UP = "hang up";

    /** Instead of an answer: nothing. */
    static final String SILENCE = "silence";

    private static final Map<String, String> YES = Map.of("HELLO", "220 ready", "DATA", "354 go on");

    private final ServerSocket socket;
    private final String word;
    private final String answer;

    /** The words that were heard; {@code END} for the end of a message's content. */
    final List<String> heard = new CopyOnWriteArrayList<>();

    /** @param word {@code HELLO} for the connection itself, {@code END} for the end of the content, or a command */
    ScriptedMailServer(String word, String answer) {
        this.word = word;
        this.answer = answer;
        try {
            this.socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                converse(client);
            } catch (IOException e) {
                heard.add("LOST");
            }
        }
    }

    private void converse(Socket client) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
        boolean goesOn = answer(client, "HELLO");
        boolean content = false;
        while (goesOn) {
            String line = lines.readLine();
            if (line == null) {
                return;
            }
            if (content && !line.equals(".")) {
                continue;
            }
            String said = content ? "END" : line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
            heard.add(said);
            content = said.equals("DATA") && !word.equals("DATA");
            goesOn = answer(client, said);
        }
    }

    /** Answers; false when nothing more is said. */
    private boolean answer(Socket client, String said) throws IOException {
        String reply = said.equals(word) ? answer : YES.getOrDefault(said, "250 yes");
        if (reply.equals(HANG_UP)) {
            return false;
        }
        if (!reply.equals(SILENCE)) {
            client.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }
        return true;
    }
}
