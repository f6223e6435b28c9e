package uk.muster.command.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.databind.json.JsonMapper;
import uk.muster.command.axon.CommandDispatch;
import uk.muster.command.axon.Delivery;
import uk.muster.command.decision.Answer;
import uk.muster.command.ledger.IdempotencyConflict;
import uk.muster.command.ledger.LedgerAwayException;
import uk.muster.command.ledger.RecordedAnswer;
import uk.muster.http.convention.MusterPosition;
import uk.muster.http.identity.Caller;
import uk.muster.http.problem.ProblemException;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.Urn;

/** Sends commands on behalf of controllers and words the replies: status, body and {@code Muster-Position}. */
public final class Replies {

    private final CommandDispatch commands;
    private final KeptAnswers kept;
    private final Positions positions;
    private final JsonMapper json;
    private final BooleanSupplier writes;

    /** @param writes whether this instance writes the ledger */
    public Replies(
            CommandDispatch commands, KeptAnswers kept, Positions positions, JsonMapper json, BooleanSupplier writes) {
        this.commands = commands;
        this.kept = kept;
        this.positions = positions;
        this.json = json;
        this.writes = writes;
    }

    /** An accepted command: its answer and how far it is recorded. */
    @SuppressWarnings("ArrayRecordComponent") // a body on its way to the wire
    record Reply(int status, byte[] body, MusterPosition position) {

        void write(HttpServletResponse response) throws IOException {
            response.setStatus(status);
            response.setHeader(MusterPosition.HEADER, position.toString());
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }

    /** Writes what controllers return: the body is made, so that there is nothing to choose a converter for. */
    static final class Writer implements HandlerMethodReturnValueHandler {

        @Override
        public boolean supportsReturnType(MethodParameter returned) {
            return returned.getParameterType() == Reply.class;
        }

        @Override
        public void handleReturnValue(
                @Nullable Object value,
                MethodParameter returned,
                ModelAndViewContainer container,
                NativeWebRequest request)
                throws IOException {
            container.setRequestHandled(true);
            Reply reply = (Reply) Objects.requireNonNull(value);
            reply.write(Objects.requireNonNull(request.getNativeResponse(HttpServletResponse.class)));
        }
    }

    /** For commands that are idempotent by themselves. */
    Reply put(Caller caller, Urn urn, Supplier<?> command) {
        return send(caller, urn, command, Optional.empty());
    }

    /** For commands that may carry an {@code Idempotency-Key}. */
    Reply post(Caller caller, Urn urn, Optional<KeyedRequest> keyed, Supplier<?> command) {
        if (keyed.isEmpty()) {
            return put(caller, urn, command);
        }
        Optional<RecordedAnswer> before = kept.find(keyed.get());
        if (before.isPresent()) {
            return reply(urn, before.get());
        }
        try {
            return send(caller, urn, command, keyed);
        } catch (IdempotencyConflict | ProblemException e) {
            // The same request may have been answered meanwhile: then this one, too late for it, gets that answer.
            return kept.find(keyed.get()).map(first -> reply(urn, first)).orElseThrow(() -> e);
        }
    }

    Reply send(Caller caller, Urn urn, Supplier<?> command, Optional<KeyedRequest> keyed) {
        Delivery delivery =
                new Delivery(keyed.map(request -> answer -> request.answered(answer.status(), bytes(answer))));
        Answer answer = answer(caller, command, delivery);
        List<StoredEvent> stored = delivery.stored();
        MusterPosition position = stored.isEmpty()
                ? positions.lastOf(urn)
                : positions.of(urn, stored.getLast().position());
        return new Reply(answer.status(), bytes(answer), position);
    }

    /** An instance that stands by may not know what the other one recorded, so that its refusals are none: the ledger can't be written here. */
    private Answer answer(Caller caller, Supplier<?> command, Delivery delivery) {
        try {
            return commands.send(command, caller.subject(), UUID.randomUUID().toString(), delivery);
        } catch (ProblemException e) {
            if (writes.getAsBoolean()) {
                throw e;
            }
            throw new LedgerAwayException("This instance does not write the ledger, so it refuses nothing.", e);
        }
    }

    private Reply reply(Urn urn, RecordedAnswer before) {
        return new Reply(before.record().status(), before.record().answer(), positions.of(urn, before.position()));
    }

    private byte[] bytes(Answer answer) {
        return json.writeValueAsBytes(answer.body());
    }
}
