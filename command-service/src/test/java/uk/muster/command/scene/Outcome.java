package uk.muster.command.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.axonframework.messaging.MetaData;
import uk.muster.command.decision.Answer;
import uk.muster.http.problem.Fault;
import uk.muster.http.problem.Problem;
import uk.muster.kernel.event.MusterEvent;

/**
 * What came of a command.
 *
 * @param metadata of each event, in their order
 */
public record Outcome(
        Optional<Answer> answer, Optional<Problem> problem, List<MusterEvent> events, List<MetaData> metadata) {

    /** The command was accepted with this status. */
    public Outcome isAnswered(int status) {
        assertThat(problem).as("refusal").isEmpty();
        assertThat(answer.orElseThrow().status()).isEqualTo(status);
        return this;
    }

    /** The command was accepted with this status and recorded nothing. */
    public Outcome recordsNothing(int status) {
        isAnswered(status);
        assertThat(events).isEmpty();
        return this;
    }

    /** The command was refused with this slug and status, with faults at exactly these pointers in this order, and recorded nothing. */
    public Outcome isRefused(String slug, int status, String... pointers) {
        assertThat(problem).as("refusal").isPresent();
        Problem why = problem.orElseThrow();
        assertThat(why.errors().stream().map(Fault::pointer)).as(why.toString()).containsExactly(pointers);
        assertThat(why.type()).isEqualTo("/problems/" + slug);
        assertThat(why.status()).isEqualTo(status);
        assertThat(events).as("a refused command records nothing").isEmpty();
        return this;
    }

    /** A rule is broken (422): faults at exactly these pointers in this order. */
    public Outcome breaksRules(String... pointers) {
        return isRefused("invalid", 422, pointers);
    }

    /** The only event, of that type. */
    public <E extends MusterEvent> E onlyEvent(Class<E> type) {
        assertThat(problem).as("refusal").isEmpty();
        assertThat(events).hasSize(1);
        return event(type);
    }

    /** The first event of that type. */
    public <E extends MusterEvent> E event(Class<E> type) {
        assertThat(events).hasAtLeastOneElementOfType(type);
        return events.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    /** A field of the answer's body. */
    public Object body(String field) {
        Object value = answer.orElseThrow().body().get(field);
        assertThat(value).as(field).isNotNull();
        return value;
    }

    /** The sentences of a refusal's faults. */
    public List<String> messages() {
        return problem.orElseThrow().errors().stream().map(Fault::message).toList();
    }
}
