package uk.muster.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import uk.muster.verifier.json.Json;
import uk.muster.verifier.json.JsonReader;
import uk.muster.verifier.json.MalformedJsonException;

/** An export that is read and checked event by event, to its closing line. */
final class Export {

    private static final byte[] POSITION = Bytes.ascii("\"position\":");

    private final @Nullable MarkHistory history;
    private final String name;
    private final Lines lines;
    private final JsonReader reader = new JsonReader();
    private final EventCheck events;
    private final Chains chains = new Chains();
    private @Nullable Event last;
    private @Nullable Closing closing;
    private long count;

    Export(String name, InputStream in, DataRule rule) {
        this(name, in, rule, null);
    }

    /** @param history takes in each event that holds; null for none */
    Export(String name, InputStream in, DataRule rule, @Nullable MarkHistory history) {
        this.history = history;
        this.name = name;
        this.lines = new Lines(in);
        this.events = new EventCheck(rule);
    }

    /** The next event, which holds; null at the end, when the closing line holds too. */
    @Nullable
    Event next() throws IOException, WrongLineException {
        try {
            while (lines.next()) {
                if (isBlank()) {
                    continue;
                }
                if (closing != null) {
                    throw new Fault("something follows the closing line");
                }
                Json line = reader.read(lines.buffer(), lines.start(), lines.end());
                if (Closing.isOne(line)) {
                    closing = Closing.read(line);
                    closing.closes(count, last);
                } else {
                    Event event = events.check(line, lines.number());
                    chains.add(event);
                    if (history != null) {
                        history.add(line, event);
                    }
                    count++;
                    last = event;
                    return event;
                }
            }
            if (closing == null) {
                throw new Fault("there is no closing line, so the tail is cut");
            }
            return null;
        } catch (Fault e) {
            throw wrong(e.position().isPresent() ? e.position() : claimedPosition(), e.getMessage());
        } catch (MalformedJsonException e) {
            throw wrong(claimedPosition(), e.getMessage());
        }
    }

    private boolean isBlank() {
        for (int i = lines.start(); i < lines.end(); i++) {
            byte each = lines.buffer()[i];
            if (each != ' ' && each != '\t' && each != '\r') {
                return false;
            }
        }
        return true;
    }

    /** What a line says of its position, even if it can't be read otherwise. */
    private OptionalLong claimedPosition() {
        byte[] line = lines.buffer();
        for (int at = lines.start(); at + POSITION.length < lines.end(); at++) {
            if (Arrays.equals(line, at, at + POSITION.length, POSITION, 0, POSITION.length)) {
                int begin = at + POSITION.length;
                int end = begin;
                while (end < lines.end() && end < begin + 18 && line[end] >= '0' && line[end] <= '9') {
                    end++;
                }
                return end == begin
                        ? OptionalLong.empty()
                        : OptionalLong.of(
                                Long.parseLong(new String(line, begin, end - begin, StandardCharsets.US_ASCII)));
            }
        }
        return OptionalLong.empty();
    }

    /** The closing line, once {@link #next} has given null. */
    Closing closing() {
        if (closing == null) {
            throw new IllegalStateException("The export was not read to its end.");
        }
        return closing;
    }

    /** What is wrong with the line that was read last. */
    WrongLineException wrong(OptionalLong position, String why) {
        return new WrongLineException(new Verdict.Wrong(name, lines.number(), position, chains.lastPosition(), why));
    }

    @Nullable
    Event last() {
        return last;
    }

    Chains chains() {
        return chains;
    }

    long count() {
        return count;
    }

    /** What reads erased or withheld, in whole sentences. */
    String unproven() {
        return events.unproven();
    }
}
