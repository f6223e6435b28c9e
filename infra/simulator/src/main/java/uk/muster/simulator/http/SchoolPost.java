package uk.muster.simulator.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.simulator.school.SchoolPlan;
import uk.muster.simulator.term.Action;

/**
 * Sends one school and what it does in a term. Sending the same again changes nothing: a {@code PUT} is its own repeat, a {@code POST} has a
 * key made of what it says, and a refusal that only tells that the mark is already so counts as done.
 */
public final class SchoolPost {

    private static final String JSON = "application/json";
    private static final String NDJSON = "application/x-ndjson";
    private static final int CONFLICT = 409;

    /** Of which all simulated schools are, whatever policy each follows, so that there is a trust's view to look at. */
    private static final String TRUST = "demo-trust";

    private final Callers callers;
    private final SchoolPlan plan;
    private final Consumer<Action> sent;
    private final Map<PupilId, Onward> onward = new HashMap<>();
    private final List<Action.TakeRegister> waiting = new ArrayList<>();
    private @Nullable String position;

    /** What the roll says of a pupil who has been there before. */
    private record Onward(GroupId group, boolean left) {}

    /** @param sent told of every action that the service has accepted */
    public SchoolPost(Callers callers, SchoolPlan plan, Consumer<Action> sent) {
        this.callers = callers;
        this.plan = plan;
        this.sent = sent;
    }

    /** The school and its calendar. */
    public void setUp() {
        String school = "schools/" + plan.urn();
        callers.mis().put(school, Bodies.school(plan, TRUST));
        note(callers.mis().put(school + "/calendars/" + plan.calendar().year(), Bodies.calendar(plan.calendar())));
        readRoll(school);
    }

    /** @param actions in order of time, all of this school */
    public void send(List<Action> actions) {
        for (Action action : actions) {
            if (action instanceof Action.TakeRegister taken) {
                gather(taken);
            } else {
                sendGathered();
                sendOne(action);
                sent.accept(action);
            }
        }
        sendGathered();
    }

    /** The headers with which a query sees all that was sent. */
    public Map<String, String> await() {
        return position == null ? Map.of() : Map.of(MusterClient.AWAIT, position);
    }

    /** A pupil who has left or changed class since must not be put back by a repeated admission. */
    private void readRoll(String school) {
        Optional<String> cursor = Optional.of("");
        while (cursor.isPresent()) {
            String page = cursor.get().isEmpty() ? "" : "&cursor=" + cursor.get();
            JsonNode answer = Bodies.JSON.readTree(callers.reader()
                    .get(school + "/pupils?limit=1000" + page, await())
                    .body());
            for (JsonNode item : answer.path("items")) {
                onward.put(
                        new PupilId(item.path("pupilId").stringValue()),
                        new Onward(new GroupId(item.path("group").stringValue()), item.hasNonNull("onRollTo")));
            }
            cursor = answer.path("nextCursor").stringValueOpt();
        }
    }

    private void gather(Action.TakeRegister taken) {
        if (!waiting.isEmpty()
                && !waiting.getFirst()
                        .register()
                        .session()
                        .equals(taken.register().session())) {
            sendGathered();
        }
        waiting.add(taken);
    }

    private void sendGathered() {
        if (waiting.isEmpty()) {
            return;
        }
        MusterClient.Answer answer = callers.mis().post("registers:batch", Bodies.batch(waiting), NDJSON, Map.of());
        note(answer);
        List<String> lines =
                answer.body().lines().filter(line -> !line.isBlank()).toList();
        for (int i = 0; i < waiting.size(); i++) {
            RegisterId register = waiting.get(i).register();
            String line = i < lines.size() ? lines.get(i) : "{}";
            int status = Bodies.JSON.readTree(line).path("status").asInt(0);
            if (status != 200 && status != 201) {
                throw new Refused("POST registers:batch, the line of " + register, status, line);
            }
            sent.accept(waiting.get(i));
        }
        waiting.clear();
    }

    private void sendOne(Action action) {
        switch (action) {
            case Action.Admit admit -> admit(admit);
            case Action.MoveGroup move ->
                note(callers.mis().put(pupil(move.pupil().id()), Bodies.pupil(move.pupil(), move.to(), move.from())));
            case Action.Remove removal -> remove(removal);
            case Action.SignIn in -> mark(in.register(), "arrivals", Bodies.arrival(in), in.pupil(), "N", in.code());
            case Action.Amend amend ->
                mark(amend.register(), "amendments", Bodies.amendment(amend), amend.pupil(), amend.from(), amend.to());
            case Action.TakeRegister taken -> gather(taken);
        }
    }

    private void admit(Action.Admit admit) {
        Onward known = onward.get(admit.pupil().id());
        boolean movedOn = known != null
                && (known.left() || !known.group().equals(admit.pupil().group()));
        if (!movedOn) {
            note(callers.mis().put(pupil(admit.pupil().id()), Bodies.pupil(admit.pupil())));
        }
    }

    private void remove(Action.Remove removal) {
        Onward known = onward.get(removal.pupil());
        if (known == null || !known.left()) {
            note(callers.head()
                    .post(
                            pupil(removal.pupil()) + "/removal",
                            Bodies.removal(removal),
                            JSON,
                            Map.of(MusterClient.IDEMPOTENCY_KEY, "demo-" + removal.on())));
        }
    }

    private void mark(RegisterId register, String what, String body, PupilId pupil, String from, String to) {
        String key = "demo-%s-%s-%s".formatted(pupil, from, to);
        try {
            note(callers.mis()
                    .post(path(register) + "/" + what, body, JSON, Map.of(MusterClient.IDEMPOTENCY_KEY, key)));
        } catch (Refused refused) {
            if (refused.status() != CONFLICT || !isAlready(register, pupil, to)) {
                throw refused;
            }
        }
    }

    private boolean isAlready(RegisterId register, PupilId pupil, String code) {
        JsonNode answer = Bodies.JSON.readTree(
                callers.reader().get(path(register), await()).body());
        for (JsonNode mark : answer.path("marks")) {
            if (mark.path("pupilId").stringValue("").equals(pupil.value())) {
                return mark.path("code").stringValue("").equals(code);
            }
        }
        return false;
    }

    private void note(MusterClient.Answer answer) {
        answer.position().ifPresent(latest -> position = latest);
    }

    private String pupil(PupilId pupil) {
        return "schools/" + plan.urn() + "/pupils/" + pupil;
    }

    private static String path(RegisterId register) {
        return "schools/%s/registers/%s/%s/%s"
                .formatted(
                        register.urn(),
                        register.session().date(),
                        register.session().half(),
                        register.group());
    }
}
