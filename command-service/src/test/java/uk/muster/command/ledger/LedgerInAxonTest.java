package uk.muster.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.updates.UpdateChecker;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.muster.kernel.event.SchoolEvent;
import uk.muster.kernel.identity.Urn;

/** Aggregates and streaming processors of Axon run on the ledger, configured in code, and call nobody outside. */
class LedgerInAxonTest {

    @Test
    void sourcesAggregatesAndFeedsProcessorsFromTheLedger() throws InterruptedException {
        try (TestLedger ledger = TestLedger.open()) {
            Watcher watcher = new Watcher(5 * 20);
            Configuration axon = axon(ledger, watcher);
            axon.start();

            List<Thread> callers = IntStream.range(0, 5)
                    .mapToObj(i -> Thread.ofVirtual()
                            .start(() -> IntStream.range(0, 20)
                                    .forEach(n -> axon.commandGateway()
                                            .sendAndWait(new Rename("10000" + (i + 1), "Name " + n)))))
                    .toList();
            for (Thread caller : callers) {
                caller.join();
            }

            assertThat(watcher.all.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(ledger.all()).hasSize(100);
            assertThat(watcher.names).contains("Name 19 after 19 changes");
            axon.shutdown();
        }
    }

    @Test
    void asksNobodyForUpdates() {
        try (TestLedger ledger = TestLedger.open()) {
            Configuration axon = axon(ledger, new Watcher(0));
            axon.start();

            assertThat(axon.getComponent(UpdateChecker.class)).isNull();
            axon.shutdown();
        }
    }

    /** {@code defaultConfiguration(false)} leaves out the modules found on the class path, of which Axon's update check is the only one. */
    private static Configuration axon(TestLedger ledger, Watcher watcher) {
        Configurer configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(c -> Jackson3Serializer.builder().build())
                .configureEventStore(c -> LedgerEventStore.on(ledger.engine, ledger.tail, ledger.commits))
                .configureAggregate(Sign.class);
        configurer
                .eventProcessing()
                .registerTokenStore(c -> new InMemoryTokenStore())
                .registerEventHandler(c -> watcher)
                .byDefaultAssignTo("watcher")
                .registerPooledStreamingEventProcessor("watcher", Configuration::eventStore);
        return configurer.buildConfiguration();
    }

    record Rename(@TargetAggregateIdentifier String urn, String name) {}

    /** A school's sign, which knows how often it was changed. */
    static final class Sign {

        @AggregateIdentifier
        @SuppressWarnings("UnusedVariable") // read by Axon
        private @Nullable String urn;

        private int changes;

        @CommandHandler
        @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
        void handle(Rename command) {
            AggregateLifecycle.apply(new SchoolEvent.SchoolDetailsChanged(
                    Urn.parse(command.urn()),
                    new SchoolEvent.SchoolDetails(
                            command.name() + " after " + changes + " changes",
                            "301",
                            SchoolEvent.Phase.PRIMARY,
                            null)));
        }

        @EventSourcingHandler
        void on(SchoolEvent.SchoolDetailsChanged event) {
            urn = event.urn().toString();
            changes++;
        }
    }

    /** Hears of every event, some time. */
    static final class Watcher {

        private final CountDownLatch all;
        private final ConcurrentLinkedQueue<String> names = new ConcurrentLinkedQueue<>();

        private Watcher(int expected) {
            all = new CountDownLatch(expected);
        }

        @EventHandler
        void on(SchoolEvent.SchoolDetailsChanged event) {
            names.add(event.details().name());
            all.countDown();
        }
    }
}
