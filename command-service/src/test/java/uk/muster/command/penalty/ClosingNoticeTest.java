package uk.muster.command.penalty;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import uk.muster.command.penalty.NoticeCommand.RecordPayment;
import uk.muster.command.penalty.NoticeCommand.RecordProceedings;
import uk.muster.command.penalty.NoticeCommand.RecordReceipt;
import uk.muster.command.penalty.NoticeCommand.WithdrawNotice;
import uk.muster.command.scene.Outcome;
import uk.muster.command.scene.Scene;
import uk.muster.kernel.event.PenaltyEvent.NoticeKind;
import uk.muster.kernel.event.PenaltyEvent.PenaltyNoticeIssued;
import uk.muster.kernel.event.PenaltyEvent.PenaltyNoticePaid;
import uk.muster.kernel.event.PenaltyEvent.PenaltyNoticeProsecuted;
import uk.muster.kernel.event.PenaltyEvent.PenaltyNoticeReceived;
import uk.muster.kernel.event.PenaltyEvent.PenaltyNoticeWithdrawn;
import uk.muster.kernel.event.PenaltyEvent.Proceedings;
import uk.muster.kernel.policy.NoticePolicy.Issuer;

/** What becomes of a penalty notice that was issued on 27 February 2025 and received on 1 March (edge case 23). */
class ClosingNoticeTest {

    private static final LocalDate ISSUED = LocalDate.parse("2025-02-27");
    private static final LocalDate RECEIVED = LocalDate.parse("2025-03-01");
    private static final LocalDate UNPAID = LocalDate.parse("2025-03-29");

    private final NoticeScene scene = new NoticeScene("kts");
    private UUID notice = new UUID(0, 0);

    private void issued(@Nullable LocalDate receivedOn) {
        notice = scene.when(scene.notice("c1", NoticeKind.NATIONAL, ISSUED, Issuer.LA, Optional.ofNullable(receivedOn)))
                .isAnswered(201)
                .event(PenaltyNoticeIssued.class)
                .entryId();
    }

    private Outcome receive(LocalDate on) {
        return scene.when(new RecordReceipt(scene.stream(), notice, on, Scene.HEAD));
    }

    private Outcome pay(LocalDate on, @Nullable BigDecimal amount) {
        return scene.when(new RecordPayment(
                scene.stream(), notice, on, Optional.ofNullable(amount), Optional.of("By card."), Scene.HEAD));
    }

    private Outcome withdraw(LocalDate on) {
        return scene.when(new WithdrawNotice(scene.stream(), notice, on, Optional.of("The wrong person."), Scene.HEAD));
    }

    private Outcome prosecute(LocalDate on, Proceedings outcome) {
        return scene.when(new RecordProceedings(scene.stream(), notice, on, outcome, Optional.empty(), Scene.HEAD));
    }

    @Test
    void theDaysRunFromTheDayReceived() {
        issued(null);
        Outcome received = receive(RECEIVED).isAnswered(201);
        assertThat(received.event(PenaltyNoticeReceived.class).noticeId()).isEqualTo(notice);
        assertThat(received.body("earlyUntil")).isEqualTo(LocalDate.parse("2025-03-21"));
        assertThat(received.body("fullUntil")).isEqualTo(LocalDate.parse("2025-03-28"));
        receive(RECEIVED).isRefused("conflict", 409);
    }

    @ParameterizedTest
    @CsvSource({"2025-02-26", "2026-09-08"})
    void itIsNotReceivedBeforeItIsIssuedNorInTheFuture(LocalDate on) {
        issued(null);
        receive(on).breaksRules("/on");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-01, 80, 80",
        "2025-03-21, 80, 80",
        "2025-03-21, 160,",
        "2025-03-22, 80,",
        "2025-03-22, 160, 160",
        "2025-03-28, 160, 160",
        "2025-03-28,, 160",
        "2025-03-05,, 80",
        "2025-03-05, 40,"
    })
    void itIsPaidInFullAndThatDependsOnTheDay(
            LocalDate on, @Nullable BigDecimal amount, @Nullable BigDecimal recorded) {
        issued(RECEIVED);
        Outcome outcome = pay(on, amount);
        if (recorded == null) {
            outcome.breaksRules("/amount");
        } else {
            PenaltyNoticePaid paid = outcome.isAnswered(201).event(PenaltyNoticePaid.class);
            assertThat(paid.amount()).isEqualTo(recorded);
            assertThat(paid.on()).isEqualTo(on);
            assertThat(scene.scene().open(paid.reason())).isEqualTo("By card.");
            pay(on, amount).isRefused("conflict", 409);
        }
    }

    @Test
    void afterTheTwentyEighthDayItIsUnpaid() {
        issued(RECEIVED);
        assertThat(pay(UNPAID, BigDecimal.valueOf(160)).breaksRules("/on").messages())
                .containsExactly("This notice could be paid until 2025-03-28: it is unpaid.");
    }

    @ParameterizedTest
    @CsvSource({"80, true", "160, true", "100, false"})
    void withoutADayReceivedEitherAmountMayHaveBeenDue(BigDecimal amount, boolean taken) {
        issued(null);
        Outcome outcome = pay(RECEIVED, amount);
        if (taken) {
            outcome.isAnswered(201);
            receive(RECEIVED).isRefused("conflict", 409);
        } else {
            outcome.breaksRules("/amount");
        }
    }

    @Test
    void aPaidNoticeIsWithdrawnAndPaidBack() {
        // SI 2007/1867 reg 8
        issued(RECEIVED);
        pay(RECEIVED, null);
        Outcome withdrawn = withdraw(UNPAID).isAnswered(201);
        assertThat(withdrawn.body("repay")).isEqualTo(BigDecimal.valueOf(80));
        assertThat(scene.scene()
                        .open(withdrawn.event(PenaltyNoticeWithdrawn.class).reason()))
                .isEqualTo("The wrong person.");
    }

    @Test
    void nothingFollowsAWithdrawal() {
        issued(null);
        withdraw(ISSUED).isAnswered(201);
        withdraw(ISSUED).isRefused("conflict", 409);
        receive(RECEIVED).isRefused("conflict", 409);
        pay(RECEIVED, null).isRefused("conflict", 409);
        prosecute(UNPAID, Proceedings.BROUGHT).isRefused("conflict", 409);
    }

    @ParameterizedTest
    @EnumSource
    void anUnpaidNoticeLeadsToProceedings(Proceedings outcome) {
        issued(RECEIVED);
        prosecute(UNPAID.minusDays(1), outcome).breaksRules("/on");
        assertThat(prosecute(UNPAID, outcome)
                        .isAnswered(201)
                        .event(PenaltyNoticeProsecuted.class)
                        .outcome())
                .isEqualTo(outcome);
        pay(RECEIVED, null).isRefused("conflict", 409);
        prosecute(UNPAID, Proceedings.BROUGHT).isRefused("conflict", 409);
        if (outcome == Proceedings.BROUGHT) {
            prosecute(UNPAID, Proceedings.CONVICTED).isAnswered(201);
        }
        withdraw(UNPAID).isRefused("conflict", 409);
    }

    @Test
    void proceedingsThatWereBroughtEndWithAWithdrawalToo() {
        issued(RECEIVED);
        prosecute(UNPAID, Proceedings.BROUGHT);
        withdraw(UNPAID).isAnswered(201);
    }

    @Test
    void ofAPaidNoticeOrOneThatMayHaveArrivedYesterdayThereAreNoProceedings() {
        issued(null);
        prosecute(UNPAID, Proceedings.BROUGHT).breaksRules("/on");
        pay(RECEIVED, null);
        prosecute(UNPAID, Proceedings.BROUGHT).isRefused("conflict", 409);
    }

    @Test
    void aNoticeThatIsNotThereIsUnknown() {
        notice = new UUID(7, 7);
        receive(RECEIVED).isRefused("unknown", 404);
        pay(RECEIVED, null).isRefused("unknown", 404);
        withdraw(RECEIVED).isRefused("unknown", 404);
        prosecute(UNPAID, Proceedings.BROUGHT).isRefused("unknown", 404);
    }
}
