package uk.muster.command.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.muster.command.penalty.NoticeScene.TODAY;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.node.NullNode;
import uk.muster.command.penalty.NoticeCommand.IssueNotice;
import uk.muster.command.penalty.NoticeCommand.WithdrawNotice;
import uk.muster.command.scene.Outcome;
import uk.muster.command.scene.Scene;
import uk.muster.kernel.event.AbsenceEvent.Factor;
import uk.muster.kernel.event.PenaltyEvent.NoticeKind;
import uk.muster.kernel.event.PenaltyEvent.NoticeTerms;
import uk.muster.kernel.event.PenaltyEvent.NoticedParent;
import uk.muster.kernel.event.PenaltyEvent.PenaltyNoticeIssued;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.penalty.Notice;
import uk.muster.kernel.policy.NoticePolicy.CountedFrom;
import uk.muster.kernel.policy.NoticePolicy.Issuer;
import uk.muster.kernel.sealing.Sealed;

/** What is recorded of a penalty notice, and what forbids it, by the policies. */
class IssuingNoticeTest {

    private static final NoticeTerms FIRST =
            new NoticeTerms(BigDecimal.valueOf(80), 21, BigDecimal.valueOf(160), 28, CountedFrom.RECEIPT, true);
    private static final LocalDate LAST_YEAR = LocalDate.parse("2025-11-03");

    private final NoticeScene kts = new NoticeScene("kts");
    private final NoticeScene hcat = new NoticeScene("hcat");

    @Test
    void aNoticeKeepsToWhomItWentWhatItCostsAndWhatWasConsidered() {
        Outcome outcome = kts.when(kts.notice("c1", NoticeKind.NATIONAL, TODAY, Issuer.HEAD, Optional.of(TODAY)));
        PenaltyNoticeIssued issued = outcome.isAnswered(201).onlyEvent(PenaltyNoticeIssued.class);
        assertThat(issued.contactId()).isEqualTo("c1");
        assertThat(kts.scene().vault().openJson(issued.parent(), NoticedParent.class))
                .contains(new NoticedParent("Sam Canarybird", "parent", "ref-1"));
        assertThat(issued.terms()).isEqualTo(FIRST);
        assertThat(issued.nth()).isEqualTo(1);
        assertThat(issued.copyToLa()).isTrue();
        assertThat(kts.scene().open(issued.laCheckRef())).isEqualTo("LA-17");
        assertThat(kts.scene().open(issued.support())).isEqualTo("Early help since May.");
        assertThat(kts.scene().vault().openJson(issued.considerations(), new TypeReference<List<Factor>>() {}))
                .hasValueSatisfying(all -> assertThat(all)
                        .extracting(Factor::id)
                        .containsExactly("threshold_met", "best_tool", "alternative_support", "equality_act"));
        assertThat(kts.scene().person(issued.author())).isEqualTo(Scene.HEAD);
        assertThat(outcome.body("earlyUntil")).isEqualTo(TODAY.plusDays(20));
        assertThat(outcome.body("fullUntil")).isEqualTo(TODAY.plusDays(27));
    }

    @Test
    void untilTheDayReceivedIsKnownNoDayIsNamed() {
        Outcome outcome = hcat.when(hcat.notice("c1")).isAnswered(201);
        assertThat(outcome.body("earlyUntil")).isEqualTo(NullNode.getInstance());
        assertThat(outcome.body("fullUntil")).isEqualTo(NullNode.getInstance());
        assertThat(outcome.body("earlyAmount")).isEqualTo(BigDecimal.valueOf(80));
        assertThat(outcome.onlyEvent(PenaltyNoticeIssued.class).copyToLa()).isFalse();
    }

    @Test
    void theLocalAuthorityNeedsNoCopyOfItsOwn() {
        // KTS-62
        assertThat(kts.when(kts.notice("c1"))
                        .onlyEvent(PenaltyNoticeIssued.class)
                        .copyToLa())
                .isFalse();
    }

    @Test
    void theSecondIsDearerAndTheThirdIsRefused() {
        // KTS-67, KTS-68
        kts.when(kts.notice("c1")).isAnswered(201);
        Outcome second = kts.when(kts.notice("c1")).isAnswered(201);
        assertThat(second.body("nth")).isEqualTo(2);
        assertThat(second.body("earlyAmount")).isEqualTo(NullNode.getInstance());
        assertThat(second.body("fullAmount")).isEqualTo(BigDecimal.valueOf(160));
        Outcome third = kts.when(kts.notice("c1")).isRefused("notice-not-allowed", 422, "/parentId");
        assertThat(third.messages().getFirst()).contains("from 2029-09-07 on").endsWith("Take other action.");
    }

    @Test
    void eachParentHasTheirOwnNotices() {
        // Edge case 21, HCAT-81
        kts.when(kts.notice("c1"));
        kts.when(kts.notice("c1"));
        assertThat(kts.when(kts.notice("c2")).isAnswered(201).body("nth")).isEqualTo(1);
    }

    @Test
    void anAdultUnderAnotherContactIsTheSameAdult() {
        kts.when(kts.notice("c1"));
        assertThat(kts.when(kts.notice("c3")).body("nth")).isEqualTo(2);
    }

    @Test
    void whatWasWithdrawnCountsNoMore() {
        // Edge case 19
        UUID first = kts.when(kts.notice("c1")).event(PenaltyNoticeIssued.class).entryId();
        kts.when(new WithdrawNotice(kts.stream(), first, TODAY, Optional.of("The wrong person."), Scene.HEAD))
                .isAnswered(201);
        assertThat(kts.when(kts.notice("c1")).body("nth")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"c1, 2", "c2, 1"})
    void aNoticeAtAnotherSchoolCountsForTheSameAdult(String parent, int nth) {
        kts.elsewhere(noticeOf(LAST_YEAR));
        assertThat(kts.when(kts.notice(parent)).isAnswered(201).body("nth")).isEqualTo(nth);
    }

    @Test
    void twoElsewhereBarAThirdHere() {
        kts.elsewhere(noticeOf(LAST_YEAR)).elsewhere(noticeOf(LAST_YEAR.plusDays(30)));
        kts.when(kts.notice("c1")).isRefused("notice-not-allowed", 422, "/parentId");
    }

    private static Notice noticeOf(LocalDate issuedOn) {
        return new Notice(
                new UUID(0, 1),
                "m7",
                new Sealed("1.2s.parent-in-a-box.parent_commitment"),
                NoticeKind.NATIONAL,
                issuedOn,
                FIRST,
                false,
                null,
                null,
                null,
                null);
    }

    @Test
    void aNoticeForAPublicPlaceNeitherCountsNorIsCounted() {
        // KTS-69, edge case 22
        kts.marked(new SessionKey(TODAY, SessionHalf.AM), "E");
        kts.when(kts.notice("c1"));
        kts.when(kts.notice("c1"));
        Outcome publicPlace =
                kts.when(kts.notice("c1", NoticeKind.PUBLIC_PLACE, TODAY, Issuer.POLICE, Optional.empty()));
        assertThat(publicPlace.isAnswered(201).body("countsTowardsLimit")).isEqualTo(false);
        assertThat(publicPlace.body("earlyAmount")).isEqualTo(BigDecimal.valueOf(60));
        assertThat(publicPlace.body("fullAmount")).isEqualTo(BigDecimal.valueOf(120));
    }

    @ParameterizedTest
    @CsvSource({"true, true", "'A plan with the family.', true", "false, false"})
    void supportIsSaidOrNamed(String support, boolean enough) {
        // HCAT-70
        IssueNotice all = hcat.notice("c1");
        IssueNotice command = new IssueNotice(
                all.absences(),
                all.parent(),
                all.kind(),
                all.issuedOn(),
                all.issuer(),
                all.offenceOn(),
                all.receivedOn(),
                all.laCheckRef(),
                Optional.of(support),
                all.considerations(),
                all.author());
        Outcome outcome = hcat.when(command);
        if (enough) {
            outcome.isAnswered(201);
        } else {
            outcome.isRefused("notice-not-allowed", 422, "/supportRecorded");
        }
    }

    @Test
    void whoIsNoContactIsNamedBesideAllElse() {
        kts.when(kts.notice("c9", NoticeKind.NATIONAL, TODAY.plusDays(1), Issuer.LA, Optional.of(TODAY)))
                .isRefused("notice-not-allowed", 422, "/parentId", "/issuedOn", "/receivedOn");
        hcat.when(hcat.notice("c1", NoticeKind.PUBLIC_PLACE, TODAY, Issuer.HEAD, Optional.empty()))
                .isRefused("notice-not-allowed", 422, "/issuer", "/kind");
    }
}
