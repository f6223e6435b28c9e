package uk.muster.command.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.junit.jupiter.api.Test;
import uk.muster.command.absence.AbsenceCommand.AbsenceStream;
import uk.muster.command.absence.LookAgain;
import uk.muster.command.absence.LookAgain.Look;
import uk.muster.command.axon.CommandDispatch;
import uk.muster.command.ledger.LedgerAwayException;
import uk.muster.http.problem.Problem;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;

/** What a look on an instance that does not write finds is not believed: not that nothing is due, nor that there is no such pupil. */
class FollowUpsTest {

    private static final AbsenceStream ABSENCE =
            new AbsenceStream(new Urn(123_456), new PupilNumber("%020d".formatted(1)));

    private final AtomicBoolean writes = new AtomicBoolean(true);
    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void anInstanceThatStandsByDecidesNothing() {
        writes.set(false);
        assertThatThrownBy(() -> look(() -> {})).isInstanceOf(LedgerAwayException.class);
        assertThat(looks).hasValue(0);
    }

    @Test
    void whatAnInstanceFindsThatStopsWritingMeanwhileIsNotBelieved() {
        assertThatThrownBy(() -> look(() -> writes.set(false))).isInstanceOf(LedgerAwayException.class);
        writes.set(true);
        assertThatThrownBy(() -> look(() -> {
                    writes.set(false);
                    throw Problem.unknown("No such pupil.").asException();
                }))
                .isInstanceOf(LedgerAwayException.class);
    }

    @Test
    void anInstanceThatWritesIsBelieved() {
        look(() -> {});
        look(() -> {
            throw Problem.unknown("No such pupil.").asException();
        });
        assertThat(looks).hasValue(2);
    }

    private void look(Runnable meanwhile) {
        CommandBus bus = SimpleCommandBus.builder().build();
        bus.subscribe(LookAgain.class.getName(), command -> {
            looks.incrementAndGet();
            meanwhile.run();
            return Look.NOTHING.answer();
        });
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            new FollowUps(new CommandDispatch(bus), writes::get, threads, 1).lookAt(List.of(ABSENCE));
        }
    }
}
