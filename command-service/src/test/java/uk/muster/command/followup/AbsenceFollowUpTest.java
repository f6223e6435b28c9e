package uk.muster.command.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.test.saga.SagaTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.muster.command.absence.AbsenceCommand.AbsenceStream;
import uk.muster.command.absence.LookAgain;
import uk.muster.command.absence.LookAgain.Look;
import uk.muster.command.axon.CommandDispatch;
import uk.muster.command.decision.Answer;
import uk.muster.kernel.calendar.UnplannedClosure.Extent;
import uk.muster.kernel.event.FollowUpEvent.Ending;
import uk.muster.kernel.event.FollowUpEvent.UnexplainedAbsenceEnded;
import uk.muster.kernel.event.FollowUpEvent.UnexplainedAbsenceOpened;
import uk.muster.kernel.event.PenaltyEvent.NoticeToImproveGiven;
import uk.muster.kernel.event.PupilEvent.VulnerabilityFlagsChanged;
import uk.muster.kernel.event.SchoolEvent.UnplannedClosureDeclared;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.sealing.Sealed;

/** The saga of an unexplained absence: it looks again when something may fall due, and at nothing else. */
class AbsenceFollowUpTest {

    private static final Urn URN = new Urn(900_001);
    private static final PupilNumber PUPIL = new PupilNumber("kP3nYw0uVd9-Qb1_ZxAa");
    private static final AbsenceStream STREAM = new AbsenceStream(URN, PUPIL);
    private static final UUID CASE = new UUID(0, 1);
    private static final Instant FIVE_PAST_NINE = Instant.parse("2026-09-07T08:05:00Z");
    private static final Instant CALLS_BEGIN = Instant.parse("2026-09-07T08:10:00Z");
    private static final Instant CALLS_END = Instant.parse("2026-09-07T08:40:00Z");

    private SagaTestFixture<AbsenceFollowUp> fixture;
    private FollowUps followUps;
    private final List<Object> commands = new ArrayList<>();
    private Look found = Look.NOTHING;

    @BeforeEach
    void set() {
        fixture = new SagaTestFixture<>(AbsenceFollowUp.class);
        fixture.setCallbackBehavior((command, metadata) -> {
            commands.add(command);
            return answer();
        });
        followUps = new FollowUps(
                new CommandDispatch(fixture.getCommandBus()),
                () -> true,
                Executors.newVirtualThreadPerTaskExecutor(),
                1);
        fixture.registerResource(followUps);
        fixture.givenCurrentTime(FIVE_PAST_NINE);
    }

    private Answer answer() {
        return found.answer();
    }

    private static UnexplainedAbsenceOpened opened(@Nullable Instant nextAt) {
        return new UnexplainedAbsenceOpened(
                URN, PUPIL, CASE, new SessionKey(LocalDate.parse("2026-09-07"), SessionHalf.AM), nextAt);
    }

    @Test
    void aCaseWaitsForTheTimeThatItsOpeningNames() {
        fixture.givenNoPriorActivity()
                .whenPublishingA(opened(CALLS_BEGIN))
                .expectActiveSagas(1)
                .expectScheduledDeadlineWithName(CALLS_BEGIN, AbsenceFollowUp.DEADLINE);
        assertThat(commands).isEmpty();
    }

    @Test
    void atItsTimeTheAbsenceIsLookedAtAndTheNextTimeIsSet() {
        found = new Look(Optional.of(CALLS_END), true);
        fixture.givenAPublished(opened(CALLS_BEGIN))
                .whenTimeAdvancesTo(CALLS_BEGIN)
                .expectActiveSagas(1)
                .expectScheduledDeadlineWithName(CALLS_END, AbsenceFollowUp.DEADLINE);
        assertThat(commands).containsExactly(new LookAgain(STREAM));
    }

    @Test
    void aDeadlineThatComesOnceMoreIsPassedOver() {
        found = new Look(Optional.of(CALLS_END), true);
        AbsenceFollowUp saga = new AbsenceFollowUp();
        DeadlineManager none = (DeadlineManager) Proxy.newProxyInstance(
                DeadlineManager.class.getClassLoader(),
                new Class<?>[] {DeadlineManager.class},
                (proxy, method, args) -> {
                    throw new AssertionError("No deadline is to be touched.");
                });
        saga.onDeadline(CALLS_BEGIN.toString(), none, followUps);
        assertThat(commands).isEmpty();
    }

    @Test
    void aCaseThatEndsWhileAReasonIsWantingWaitsForItsDeadline() {
        Instant reason = Instant.parse("2026-09-14T23:00:00Z");
        fixture.givenAPublished(opened(CALLS_BEGIN))
                .whenPublishingA(new UnexplainedAbsenceEnded(URN, PUPIL, CASE, Ending.RETURNED, reason))
                .expectActiveSagas(1)
                .expectNoScheduledDeadlineWithName(CALLS_BEGIN, AbsenceFollowUp.DEADLINE)
                .expectScheduledDeadlineWithName(reason, AbsenceFollowUp.DEADLINE);
    }

    @Test
    void aCaseThatEndsWithNothingWantingIsOver() {
        fixture.givenAPublished(opened(CALLS_BEGIN))
                .whenPublishingA(new UnexplainedAbsenceEnded(URN, PUPIL, CASE, Ending.EXPLAINED, null))
                .expectActiveSagas(0)
                .expectNoScheduledDeadlines();
    }

    @Test
    void aDeadlineAfterWhichNothingIsWantingIsTheLast() {
        fixture.givenAPublished(opened(CALLS_BEGIN))
                .whenTimeAdvancesTo(CALLS_BEGIN)
                .expectActiveSagas(0);
    }

    @Test
    void whatChangesTheDaysOrTheChildsCircumstancesIsLookedAtAtOnce() {
        found = new Look(Optional.of(CALLS_END), true);
        fixture.givenAPublished(opened(CALLS_BEGIN))
                .whenPublishingA(new UnplannedClosureDeclared(
                        URN, new UUID(0, 2), LocalDate.parse("2026-09-08"), null, Extent.WHOLE, sealed(), sealed()))
                .expectScheduledDeadlineWithName(CALLS_END, AbsenceFollowUp.DEADLINE);
        fixture.whenPublishingA(new VulnerabilityFlagsChanged(URN, PUPIL, sealed()))
                .expectActiveSagas(1);
        assertThat(commands).containsExactly(new LookAgain(STREAM), new LookAgain(STREAM));
    }

    @Test
    void aNoticeIsLookedAtAndItsClockWaitedForWithoutAnAbsence() {
        Instant unpaid = Instant.parse("2026-10-04T23:00:00Z");
        found = new Look(Optional.of(unpaid), false);
        fixture.givenNoPriorActivity()
                .whenPublishingA(given())
                .expectActiveSagas(1)
                .expectScheduledDeadlineWithName(unpaid, AbsenceFollowUp.DEADLINE);
        assertThat(commands).containsExactly(new LookAgain(STREAM));
    }

    @Test
    void aNoticeOfWhichNothingIsToComeIsNotWaitedFor() {
        fixture.givenNoPriorActivity()
                .whenPublishingA(given())
                .expectActiveSagas(0)
                .expectNoScheduledDeadlines();
    }

    @Test
    void aNoticeDuringAnAbsenceIsLookedAtByTheSameSaga() {
        found = new Look(Optional.of(CALLS_BEGIN), true);
        fixture.givenAPublished(opened(CALLS_BEGIN))
                .whenPublishingA(given())
                .expectActiveSagas(1)
                .expectScheduledDeadlineWithName(CALLS_BEGIN, AbsenceFollowUp.DEADLINE);
    }

    private static NoticeToImproveGiven given() {
        LocalDate from = LocalDate.parse("2026-09-07");
        return new NoticeToImproveGiven(
                URN, PUPIL, new UUID(0, 3), "c1", sealed(), from, from.plusDays(27), 4, List.of(), sealed());
    }

    @Test
    void anotherSchoolsDaysAndAnotherChildAreNoConcernOfIt() {
        fixture.givenAPublished(opened(CALLS_BEGIN))
                .whenPublishingA(new UnplannedClosureDeclared(
                        new Urn(900_002),
                        new UUID(0, 2),
                        LocalDate.parse("2026-09-08"),
                        null,
                        Extent.WHOLE,
                        sealed(),
                        sealed()))
                .expectScheduledDeadlineWithName(CALLS_BEGIN, AbsenceFollowUp.DEADLINE);
        assertThat(commands).isEmpty();
    }

    @Test
    void aSagaIsStoredAsItIs() {
        Serializer serializer = Jackson3Serializer.builder().build();
        SerializedObject<String> stored = serializer.serialize(new AbsenceFollowUp(), String.class);
        AbsenceFollowUp read = serializer.deserialize(stored);
        assertThat(serializer.serialize(read, String.class).getData()).isEqualTo(stored.getData());
    }

    @AfterEach
    void theClockOfAxonIsTheMachinesAgain() {
        GenericEventMessage.clock = Clock.systemUTC();
    }

    private static Sealed sealed() {
        return new Sealed("1.2s.author-in-a-box.author_commitment");
    }
}
