package uk.muster.command.api;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.muster.command.api.Replies.Reply;
import uk.muster.command.ledger.IdempotencyConflict;
import uk.muster.command.ledger.RecordedAnswer;
import uk.muster.command.register.RegisterCommand;
import uk.muster.command.register.RegisterRequests;
import uk.muster.http.body.Body;
import uk.muster.http.body.Fields;
import uk.muster.http.convention.MusterPosition;
import uk.muster.http.identity.Caller;
import uk.muster.http.problem.Problem;
import uk.muster.http.problem.ProblemException;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;

/**
 * A batch of registers: lines are decided side by side, those of one register in their order, and answered in order. One bad line never
 * spoils another.
 */
public final class Batch {

    private static final int SIDE_BY_SIDE = 64;

    /** Bytes of an answer that is kept: four times what 10,000 accepted lines take. A longer one is mostly refusals, and each line may be sent again by itself. */
    private static final int MOST_KEPT = 4 * 1024 * 1024;

    private static final String STATUS = "status";
    private static final String REGISTER_ID = "registerId";

    private final Replies replies;
    private final KeptAnswers kept;
    private final Positions positions;
    private final JsonMapper json;
    private final Executor threads;

    public Batch(Replies replies, KeptAnswers kept, Positions positions, JsonMapper json, Executor threads) {
        this.replies = replies;
        this.kept = kept;
        this.positions = positions;
        this.json = json;
        this.threads = threads;
    }

    /** The answer as NDJSON, and how far the accepted lines are recorded. */
    @SuppressWarnings("ArrayRecordComponent") // a body on its way to the wire
    record Result(byte[] lines, boolean isFinal, Optional<MusterPosition> position) {}

    /** What became of one line. */
    private record Outcome(Map<String, Object> line, Optional<MusterPosition> position) {

        /** Whether the same line would not be answered otherwise a moment later, as it is where a store was away. */
        boolean isFinal() {
            return (int) line.get(STATUS) < HttpStatus.INTERNAL_SERVER_ERROR.value()
                    && (int) line.get(STATUS) != HttpStatus.TOO_MANY_REQUESTS.value();
        }
    }

    /**
     * Under an {@code Idempotency-Key}: the first answer is given again, and kept as soon as every line has one that lasts.
     *
     * @throws uk.muster.http.problem.ProblemException 422 when the key was used with another body
     */
    Result runOnce(Caller caller, List<byte[]> lines, KeyedRequest keyed) {
        Optional<RecordedAnswer> before = kept.find(keyed);
        if (before.isPresent()) {
            return again(before.get());
        }
        Result result = run(caller, lines);
        if (result.isFinal() && result.lines().length <= MOST_KEPT) {
            try {
                kept.keep(keyed.answered(HttpStatus.OK.value(), result.lines()));
            } catch (IdempotencyConflict e) {
                return answeredMeanwhile(keyed).orElse(result);
            }
        }
        return result;
    }

    /** Empty when that was another body's answer: this one is carried out by now, and says so. */
    private Optional<Result> answeredMeanwhile(KeyedRequest keyed) {
        try {
            return kept.find(keyed).map(this::again);
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    private Result again(RecordedAnswer first) {
        byte[] lines = first.record().answer();
        Optional<MusterPosition> position = BatchLines.of(lines).stream()
                .map(line -> json.readTree(line).path(REGISTER_ID))
                .filter(JsonNode::isString)
                .map(register -> RegisterId.parse(register.asString()).urn())
                .distinct()
                .map(positions::lastOf)
                .reduce(MusterPosition::and);
        return new Result(lines, true, position);
    }

    Result run(Caller caller, List<byte[]> lines) {
        Semaphore places = new Semaphore(SIDE_BY_SIDE);
        Map<RegisterId, CompletableFuture<?>> lastOfRegister = new HashMap<>();
        List<CompletableFuture<Outcome>> outcomes = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            int number = i + 1;
            if (isBlank(lines.get(i))) {
                continue;
            }
            places.acquireUninterruptibly();
            try {
                RegisterCommand command = read(caller, lines.get(i));
                CompletableFuture<?> before =
                        lastOfRegister.getOrDefault(command.register(), CompletableFuture.completedFuture(null));
                CompletableFuture<Outcome> outcome = before.thenApplyAsync(
                                done -> decide(caller, number, command), threads)
                        .whenComplete((done, failure) -> places.release());
                lastOfRegister.put(command.register(), outcome);
                outcomes.add(outcome);
            } catch (ProblemException e) {
                places.release();
                outcomes.add(CompletableFuture.completedFuture(refused(number, e.problem())));
            }
        }
        return result(outcomes);
    }

    private static RegisterCommand read(Caller caller, byte[] line) {
        RegisterCommand command = RegisterRequests.taking(Body.parse(line), Batch::register);
        caller.requireSchool(command.register().urn());
        return command;
    }

    private static RegisterId register(Fields line) {
        var urn = line.urn("urn");
        var date = line.date("date");
        var half = line.enumOf("session", SessionHalf.class);
        var group = line.groupId("group");
        return new RegisterId(urn, new SessionKey(date, half), group);
    }

    private Outcome decide(Caller caller, int number, RegisterCommand command) {
        try {
            Reply reply = replies.send(caller, command.register().urn(), () -> command, Optional.empty());
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("line", number);
            line.put(STATUS, reply.status());
            JsonNode body = json.readTree(reply.body());
            body.properties().forEach(field -> line.put(field.getKey(), field.getValue()));
            return new Outcome(line, Optional.of(reply.position()));
        } catch (RuntimeException e) {
            return refused(number, CommandProblems.of(e));
        }
    }

    private static Outcome refused(int number, Problem problem) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("line", number);
        line.put(STATUS, problem.status());
        line.put("problem", problem);
        return new Outcome(line, Optional.empty());
    }

    private Result result(List<CompletableFuture<Outcome>> outcomes) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        boolean isFinal = true;
        Optional<MusterPosition> position = Optional.empty();
        for (CompletableFuture<Outcome> each : outcomes) {
            Outcome outcome = each.join();
            lines.writeBytes(json.writeValueAsString(outcome.line()).getBytes(StandardCharsets.UTF_8));
            lines.write('\n');
            isFinal &= outcome.isFinal();
            Optional<MusterPosition> before = position;
            position =
                    outcome.position().map(it -> before.map(it::and).orElse(it)).or(() -> before);
        }
        return new Result(lines.toByteArray(), isFinal, position);
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\r' && b != '\t') {
                return false;
            }
        }
        return true;
    }
}
