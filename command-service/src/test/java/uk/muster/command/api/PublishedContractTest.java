package uk.muster.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.DialectId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import uk.muster.command.api.RunningCommandService.Reply;
import uk.muster.http.openapi.OpenApiCheck;

/** The contract that is published, and the walk through it that the README takes. */
class PublishedContractTest {

    /** {@code curl -X METHOD "$COMMANDS/path" -H "$TOKEN" ... -d '{...}'}, as the README writes each command. */
    private static final Pattern COMMAND = Pattern.compile(
            "-X (PUT|POST) \"\\$COMMANDS(/[^\"]*)\" -H \"\\$([A-Z]+)\"[^']* -d '(\\{.*?})'", Pattern.DOTALL);

    private static final Map<String, String> ROLES =
            Map.of("MIS", "mis-integration", "ADMIN", "admin", "LEAD", "safeguarding-lead");

    @TempDir
    static Path folder;

    private static List<Command> walk;
    private static RunningCommandService service;

    /** One command of the README. */
    private record Command(String method, String path, String role, String body) {

        boolean movesTheClock() {
            return path.equals("/dev/clock");
        }

        OffsetDateTime advancesTo() {
            JsonNode json = RunningCommandService.JSON.readTree(body);
            return OffsetDateTime.parse(json.get("advanceTo").asString());
        }
    }

    /** The clock stands where the walk's last move puts it: to move it takes the readers of Kafka, which is away here. */
    @BeforeAll
    static void start() throws IOException {
        walk = COMMAND.matcher(Files.readString(Path.of("../README.md")))
                .results()
                .map(found -> new Command(found.group(1), found.group(2), ROLES.get(found.group(3)), found.group(4)))
                .toList();
        OffsetDateTime reached = clockMoves()
                .map(Command::advancesTo)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        service = RunningCommandService.start(
                folder, Map.of("muster.clock.start", reached.toInstant().toString()));
    }

    private static Stream<Command> clockMoves() {
        return walk.stream().filter(Command::movesTheClock);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void theDocumentAndTheEndpointsAreTheSame() {
        assertThat(OpenApiCheck.differences(service.context())).isEmpty();
    }

    @Test
    void everySchemaIsJsonSchema() {
        Schema schemaOfSchemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of(DialectId.DRAFT_2020_12));
        PublishedContract contract = PublishedContract.of(service.context());
        assertThat(contract.schemaNames()).hasSizeGreaterThan(20);
        for (String name : contract.schemaNames()) {
            assertThat(schemaOfSchemas.validate(contract.schema(name))).as(name).isEmpty();
        }
    }

    @Test
    void aBodyOfAnotherShapeIsNoBodyOfTheContract() {
        PublishedContract contract = PublishedContract.of(service.context());
        assertThat(contract.faults(
                        "PUT", "/api/v1/schools/900001/registers/2026-09-07/AM/3A", "{\"marks\":[{\"code\":1}]}"))
                .hasSize(4)
                .anyMatch(fault -> fault.contains("takenAt"))
                .anyMatch(fault -> fault.contains("takenBy"))
                .anyMatch(fault -> fault.contains("pupilId"))
                .anyMatch(fault -> fault.contains("/marks/0/code"));
        assertThat(contract.faults("POST", "/api/v1/dev/clock", "{\"advanceTo\":\"nine o'clock\"}"))
                .hasSize(1);
    }

    @Test
    void theReadmesWalkWorks() {
        assertThat(walk).hasSizeGreaterThan(6);
        PublishedContract contract = PublishedContract.of(service.context());
        for (Command command : walk) {
            if (command.movesTheClock()) {
                assertThat(contract.faults(command.method(), "/api/v1" + command.path(), command.body()))
                        .as(command.toString())
                        .isEmpty();
            } else {
                Reply reply = service.send(
                        service.token(command.role(), "900001"),
                        command.method(),
                        command.path(),
                        command.body(),
                        Map.of());
                assertThat(reply.status()).as("%s: %s", command, reply).isEqualTo(201);
            }
        }
    }
}
