package uk.muster.command.api;

import static uk.muster.http.identity.Role.ATTENDANCE_OFFICER;
import static uk.muster.http.identity.Role.HEAD;
import static uk.muster.http.identity.Role.MIS_INTEGRATION;
import static uk.muster.http.identity.Role.SAFEGUARDING_LEAD;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.muster.http.convention.MusterPosition;
import uk.muster.http.identity.Allowed;
import uk.muster.http.identity.Caller;
import uk.muster.http.problem.Problem;

/** Many registers in one request, one a line. */
@RestController
public class BatchController {

    /** Each holds its whole body in memory. */
    private static final int AT_ONCE = 4;

    private final Semaphore running = new Semaphore(AT_ONCE);
    private final Batch batch;

    public BatchController(Batch batch) {
        this.batch = batch;
    }

    @PostMapping("/api/v1/registers:batch")
    @Allowed({MIS_INTEGRATION, ATTENDANCE_OFFICER, SAFEGUARDING_LEAD, HEAD})
    ResponseEntity<byte[]> post(Caller caller, HttpServletRequest request) throws IOException {
        if (!running.tryAcquire()) {
            throw Problem.tooMany(Duration.ofSeconds(1)).asException();
        }
        try {
            byte[] body = BatchLines.read(request.getInputStream());
            List<byte[]> lines = BatchLines.of(body);
            Optional<KeyedRequest> keyed = KeyedRequest.of(request, caller, body);
            Batch.Result result =
                    keyed.isPresent() ? batch.runOnce(caller, lines, keyed.get()) : batch.run(caller, lines);
            ResponseEntity.BodyBuilder response = ResponseEntity.ok().contentType(MediaType.APPLICATION_NDJSON);
            result.position().map(MusterPosition::toString).ifPresent(it -> response.header(MusterPosition.HEADER, it));
            return response.body(result.lines());
        } finally {
            running.release();
        }
    }
}
