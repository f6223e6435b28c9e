package uk.muster.command.pupil;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;
import uk.muster.command.pupil.PupilCommand.PupilStream;
import uk.muster.command.scene.Outcome;
import uk.muster.command.scene.Scene;
import uk.muster.http.body.Body;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.event.KernelJson;
import uk.muster.kernel.event.PupilEvent;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.pupil.PupilState;

/** The pupil {@code p1} of the scene's school: their facts so far, and requests about them as a client words them. */
final class PupilScene {

    static final PupilId P1 = new PupilId("p1");

    final Scene scene;
    private final List<PupilEvent> facts = new ArrayList<>();

    PupilScene(Scene scene) {
        this.scene = scene;
    }

    static PupilScene of(String policy) {
        return new PupilScene(Scene.of(policy));
    }

    PupilScene at(String instant) {
        scene.at(instant);
        return this;
    }

    /** Given that this was put and accepted. */
    PupilScene admitted(Consumer<ObjectNode> changes) {
        record(put(changes));
        return this;
    }

    /** Given that the pupil was admitted to 3A on 1 September 2026. */
    PupilScene admitted() {
        return admitted(body -> {});
    }

    /** Given that the pupil was removed. */
    PupilScene removed(String lastDay) {
        record(remove(body -> body.put("on", lastDay).put("ground", "k")));
        return this;
    }

    private void record(Outcome outcome) {
        outcome.events().forEach(event -> {
            facts.add((PupilEvent) event);
            scene.onRoll("p1", (PupilEvent) event);
        });
    }

    List<PupilEvent> facts() {
        return List.copyOf(facts);
    }

    PupilState state() {
        PupilState state = PupilState.evolve(null, facts.getFirst());
        for (PupilEvent fact : facts.subList(1, facts.size())) {
            state = PupilState.evolve(state, fact);
        }
        return state;
    }

    /** {@code PUT .../pupils/p1} with a body that differs from the usual one. */
    Outcome put(Consumer<ObjectNode> changes) {
        return put("p1", changes);
    }

    /** {@code PUT .../pupils/p1} with the usual body. */
    Outcome put() {
        return put("p1");
    }

    /** The usual body, UPN and all, under another id. */
    Outcome put(String id) {
        return put(id, body -> {});
    }

    private Outcome put(String id, Consumer<ObjectNode> changes) {
        var admission = body(usual(), changes)
                .read(fields -> PupilRequests.admission(fields, scene.vault(), London.dateOf(scene.now())));
        var command = register().putting(Scene.SCHOOL, new PupilId(id), admission);
        return scene.when(PupilAggregate.class, id.equals("p1") ? facts : List.of(), command);
    }

    /** {@code PUT .../pupils/p1/earlier-sessions}. */
    Outcome bring(String sessions) {
        return bring("Fern Hill", sessions);
    }

    Outcome bring(String school, String sessions) {
        String body = "{\"school\":\"%s\",\"sessions\":[%s],\"author\":%s}".formatted(school, sessions, author());
        var command = body(body, same -> {}).read(fields -> PupilRequests.earlierSessions(stream(), P1, fields));
        return scene.when(PupilAggregate.class, facts, command);
    }

    /** Given that earlier sessions were brought. */
    PupilScene brought(String sessions) {
        record(bring(sessions));
        return this;
    }

    /** {@code POST .../pupils/p1/removal}, on 1 October 2026 and ground a unless changed. */
    Outcome remove(Consumer<ObjectNode> changes) {
        String body = "{\"on\":\"2026-10-01\",\"ground\":\"a\",\"author\":%s}".formatted(author());
        var command = PupilRequests.removal(stream(), P1, body(body, changes));
        return scene.when(PupilAggregate.class, facts, command);
    }

    PupilRegister register() {
        return new PupilRegister(scene.schools(), scene.roll(), scene.vault());
    }

    private PupilStream stream() {
        return register().require(Scene.SCHOOL, P1);
    }

    static Body body(String json, Consumer<ObjectNode> changes) {
        ObjectNode tree = (ObjectNode) KernelJson.mapper().readTree(json);
        changes.accept(tree);
        return Body.parse(tree.toString().getBytes(StandardCharsets.UTF_8));
    }

    static String author() {
        return KernelJson.mapper().writeValueAsString(Scene.HEAD);
    }

    static String usual() {
        return """
                {"upn": "%s", "forename": "Robin", "surname": "Example", "dateOfBirth": "2017-11-05", "yearGroup": "4", "group": "3A",
                 "admittedOn": "2026-09-01", "flags": ["EHCP"],
                 "contacts": [{"id": "c1", "name": "Sam Example", "relationship": "parent", "phone": "01632 960001", "priority": 1,
                               "livesWith": true}]}""".formatted(Scene.upn("p1").value());
    }
}
