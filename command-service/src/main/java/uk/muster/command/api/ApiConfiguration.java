package uk.muster.command.api;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import tools.jackson.databind.json.JsonMapper;
import uk.muster.command.axon.CommandDispatch;
import uk.muster.command.clock.ClockController;
import uk.muster.command.ledger.LedgerReader;
import uk.muster.command.ledger.LedgerWriter;

/** The controllers and what they share. */
@Configuration(proxyBeanMethods = false)
@Import({
    SchoolController.class,
    PupilController.class,
    RegisterController.class,
    AbsenceController.class,
    TaskController.class,
    PenaltyController.class,
    RetentionController.class,
    KeyRotationController.class,
    BatchController.class,
    ClockController.class,
    CommandProblems.class
})
public class ApiConfiguration {

    @Bean
    KeptAnswers keptAnswers(LedgerReader ledger, LedgerWriter writer, InstantSource clock) {
        return new KeptAnswers(ledger, writer, clock);
    }

    @Bean
    Replies replies(
            CommandDispatch commands, KeptAnswers kept, Positions positions, JsonMapper json, LedgerWriter writer) {
        return new Replies(commands, kept, positions, json, writer::isActive);
    }

    /** Asked before Spring's own handlers, which take whatever a {@code @RestController} returns. */
    @Bean
    SmartInitializingSingleton replyWriter(RequestMappingHandlerAdapter adapter) {
        return () -> {
            List<HandlerMethodReturnValueHandler> handlers = new ArrayList<>();
            handlers.add(new Replies.Writer());
            handlers.addAll(Objects.requireNonNull(adapter.getReturnValueHandlers()));
            adapter.setReturnValueHandlers(handlers);
        };
    }

    @Bean(destroyMethod = "close")
    ExecutorService batchThreads() {
        return Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("batch-", 0).factory());
    }

    @Bean
    Batch batch(Replies replies, KeptAnswers kept, Positions positions, JsonMapper json, ExecutorService batchThreads) {
        return new Batch(replies, kept, positions, json, batchThreads);
    }
}
