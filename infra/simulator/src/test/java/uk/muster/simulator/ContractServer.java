package uk.muster.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.code.ArrivalRules;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.policy.Activation;
import uk.muster.kernel.policy.Profiles;

/**
 * Both services in one, as far as the demo goes: keeps codes in memory, refuses what contradicts them, and knows no repeat by its key. With a clock
 * it refuses what lies in the future, and turns an N into O after five weekdays: it knows of no holidays, and of no tasks.
 */
final class ContractServer implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern PUPIL = Pattern.compile("schools/(\\d+)/pupils/([^/]+)");
    private static final Pattern ENTRY =
            Pattern.compile("schools/(.+)/registers/(.+)/(AM|PM)/(.+)/(arrivals|amendments)");

    /** Five weekdays after one, where none of them is a holiday. */
    private static final int A_WEEK = 7;

    private final HttpServer server;
    private final Map<String, ArrivalRules> times = new HashMap<>();
    private final Map<String, ObjectNode> pupils = new TreeMap<>();
    private final Map<String, Map<String, String>> original = new TreeMap<>();
    private final Map<String, Map<String, String>> effective = new TreeMap<>();
    private final Set<String> officers = new TreeSet<>();
    private Optional<Instant> clock = Optional.empty();
    private int written;

    ContractServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/v1/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    synchronized void startClock(Instant now) {
        clock = Optional.of(now);
    }

    synchronized Optional<Instant> clock() {
        return clock;
    }

    /** Every register's codes by pupil. */
    synchronized Map<String, Map<String, String>> registers() {
        return effective;
    }

    /** The pupil as last put. */
    synchronized Map<String, ObjectNode> pupils() {
        return pupils;
    }

    /** Forgets one mark, so that the read side shows another count than was posted. */
    synchronized void forgetOneMark() {
        effective.values().iterator().next().clear();
    }

    /** How many entries were recorded; a repeat records nothing. */
    synchronized int written() {
        return written;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/api/v1/".length());
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String[] answer = answer(exchange.getRequestMethod(), path, body);
        byte[] bytes = answer[1].getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Muster-Position", "0.1");
        exchange.sendResponseHeaders(Integer.parseInt(answer[0]), bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private synchronized String[] answer(String method, String path, String body) {
        Matcher pupil = PUPIL.matcher(path);
        Matcher entry = ENTRY.matcher(path);
        if (path.equals("dev/clock")) {
            return clock(method, body);
        }
        if (path.endsWith("/tasks")) {
            return ok("{\"items\":[],\"nextCursor\":null}");
        }
        if (path.endsWith("/absence-decisions") && pupil.find()) {
            return decide(pupil.group(1), pupil.group(2), JSON.readTree(body));
        }
        if (path.equals("registers:batch")) {
            StringBuilder lines = new StringBuilder();
            body.lines()
                    .map(JSON::readTree)
                    .forEach(line -> lines.append(take(line)).append('\n'));
            return ok(lines.toString());
        }
        if (entry.matches()) {
            return enter(entry, JSON.readTree(body));
        }
        if (path.endsWith("/removal")) {
            pupils.get(path.replace("/removal", ""))
                    .put("onRollTo", JSON.readTree(body).path("on").asString());
            return ok("{}");
        }
        if (path.endsWith("/attendance") && pupil.find()) {
            return ok(attendance(pupil.group(1), pupil.group(2)));
        }
        Map<String, String> register = effective.get(path.replaceFirst("^schools/(\\d+)/registers/", "$1/"));
        if (register != null) {
            return ok(read(register));
        }
        if (path.endsWith("/pupils")) {
            return ok(roll(path));
        }
        if (method.equals("PUT") && pupil.matches()) {
            pupils.put(path, (ObjectNode) JSON.readTree(body));
            return ok("{}");
        }
        if (method.equals("PUT") && path.matches("schools/\\d+")) {
            String urn = path.substring("schools/".length());
            times.put(urn, times(JSON.readTree(body)));
            if (JSON.readTree(body).at("/policyOverlay/register").has("responsible_officer")) {
                officers.add(urn);
            }
        }
        return ok("{}");
    }

    private static ArrivalRules times(JsonNode school) {
        Activation activation = Profiles.find(school.path("policyProfile").asString())
                .orElseThrow()
                .activate(school.path("policyOverlay"));
        return switch (activation) {
            case Activation.Activated activated -> activated.policy().arrivals();
            case Activation.Refused refused -> throw new IllegalArgumentException(refused.toString());
        };
    }

    private String[] clock(String method, String body) {
        if (clock.isEmpty()) {
            return new String[] {"404", "{}"};
        }
        if (method.equals("POST") && JSON.readTree(body).has("advanceTo")) {
            Instant to = Instant.parse(JSON.readTree(body).path("advanceTo").asString());
            if (to.isBefore(clock.get())) {
                return new String[] {"409", "{\"type\":\"/problems/conflict\"}"};
            }
            clock = Optional.of(to);
            effective.forEach((register, marks) -> {
                LocalDate date = LocalDate.parse(register.split("/")[1]);
                if (officers.contains(register.split("/")[0])
                        && !London.endOf(date.plusDays(A_WEEK)).isAfter(to)) {
                    marks.replaceAll((_, code) -> code.equals("N") ? "O" : code);
                }
            });
        }
        return ok(JSON.createObjectNode().put("now", clock.get().toString()).toString());
    }

    private String[] decide(String urn, String pupil, JsonNode body) {
        String from = session(body.path("from"));
        String to = session(body.path("to"));
        List<Map<String, String>> found = effective.entrySet().stream()
                .filter(each -> {
                    String[] parts = each.getKey().split("/");
                    String at = parts[1] + parts[2];
                    return parts[0].equals(urn) && at.compareTo(from) >= 0 && at.compareTo(to) <= 0;
                })
                .map(Map.Entry::getValue)
                .filter(marks -> "N".equals(marks.get(pupil)))
                .toList();
        found.forEach(marks -> marks.put(pupil, body.path("code").asString()));
        return found.isEmpty() ? new String[] {"422", "{\"type\":\"/problems/invalid\"}"} : ok("{}");
    }

    private static String session(JsonNode session) {
        return session.path("date").asString() + session.path("session").asString();
    }

    private String take(JsonNode line) {
        Instant taken = Instant.parse(line.path("takenAt").asString());
        if (clock.filter(taken::isAfter).isPresent()) {
            return "{\"status\":422,\"problem\":\"This lies in the future.\"}";
        }
        String register = "%s/%s/%s/%s"
                .formatted(
                        line.path("urn").asString(),
                        line.path("date").asString(),
                        line.path("session").asString(),
                        line.path("group").asString());
        Map<String, String> marks = new TreeMap<>();
        line.path("marks")
                .forEach(mark -> marks.put(
                        mark.path("pupilId").asString(), mark.path("code").asString()));
        Map<String, String> before = original.putIfAbsent(register, marks);
        if (before == null) {
            effective.put(register, new TreeMap<>(marks));
            written++;
        }
        int status = before == null ? 201 : before.equals(marks) ? 200 : 409;
        return JSON.createObjectNode().put("status", status).toString();
    }

    private String[] enter(Matcher entry, JsonNode body) {
        String register = "%s/%s/%s/%s".formatted(entry.group(1), entry.group(2), entry.group(3), entry.group(4));
        String pupil = body.path("pupilId").asString();
        boolean arrival = entry.group(5).equals("arrivals");
        String expected = arrival ? "N" : body.path("expectedCode").asString();
        String standing = effective.get(register).get(pupil);
        boolean open = arrival && standing == null;
        if (!open && !expected.equals(standing)) {
            return new String[] {"409", "{\"type\":\"/problems/conflict\"}"};
        }
        String code = arrival
                ? times.get(entry.group(1))
                        .at(
                                SessionHalf.valueOf(entry.group(3)),
                                Instant.parse(body.path("arrivedAt").asString())
                                        .atZone(London.ZONE)
                                        .toLocalTime())
                        .symbol()
                : body.path("amendedCode").asString();
        effective.get(register).put(pupil, code);
        written++;
        return ok(JSON.createObjectNode().put("code", code).toString());
    }

    private static String read(Map<String, String> register) {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode marks = answer.putArray("marks");
        register.forEach(
                (pupil, code) -> marks.addObject().put("pupilId", pupil).put("code", code));
        return answer.toString();
    }

    private String attendance(String urn, String pupil) {
        ObjectNode answer = JSON.createObjectNode();
        ObjectNode byCode = answer.putObject("byCode");
        effective.forEach((register, marks) -> {
            String code = register.startsWith(urn) ? marks.get(pupil) : null;
            if (code != null) {
                byCode.put(code, byCode.path(code).asInt(0) + 1);
            }
        });
        return answer.toString();
    }

    private String roll(String path) {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode items = answer.putArray("items");
        pupils.forEach((key, pupil) -> {
            if (key.startsWith(path)) {
                ObjectNode item = items.addObject()
                        .put("pupilId", key.substring(path.length() + 1))
                        .put("group", pupil.path("group").asString());
                pupil.path("onRollTo").stringValueOpt().ifPresent(on -> item.put("onRollTo", on));
            }
        });
        return answer.toString();
    }

    private static String[] ok(String body) {
        return new String[] {"200", body};
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
