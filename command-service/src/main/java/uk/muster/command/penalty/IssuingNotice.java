package uk.muster.command.penalty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import uk.muster.command.absence.AbsenceRules;
import uk.muster.command.decision.Decision;
import uk.muster.command.penalty.NoticeCommand.IssueNotice;
import uk.muster.command.roll.RollPupil;
import uk.muster.http.problem.Fault;
import uk.muster.kernel.absence.AbsenceEntryId;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.event.AbsenceEvent.Factor;
import uk.muster.kernel.event.PenaltyEvent.NoticeTerms;
import uk.muster.kernel.event.PenaltyEvent.NoticedParent;
import uk.muster.kernel.event.PenaltyEvent.PenaltyNoticeIssued;
import uk.muster.kernel.event.PupilEvent.Contact;
import uk.muster.kernel.penalty.Notice;
import uk.muster.kernel.penalty.NoticeClock;
import uk.muster.kernel.penalty.NoticeFault;
import uk.muster.kernel.penalty.NoticeLimit;
import uk.muster.kernel.penalty.NoticeProposal;
import uk.muster.kernel.penalty.NoticeRules;
import uk.muster.kernel.penalty.TariffTable;
import uk.muster.kernel.policy.NoticePolicy;
import uk.muster.kernel.policy.NoticePolicy.Issuer;

/**
 * Recording that a penalty notice was issued to one parent for one child (HCAT-81): refused with every reason at once where the policy, the age or
 * the limit forbids it.
 */
final class IssuingNotice {

    private final AbsenceRules rules;
    private final NoticeFacts facts;
    private final RollPupil pupil;
    private final IssueNotice command;

    private IssuingNotice(AbsenceRules rules, NoticeFacts facts, RollPupil pupil, IssueNotice command) {
        this.rules = rules;
        this.facts = facts;
        this.pupil = pupil;
        this.command = command;
    }

    static Decision decide(AbsenceRules rules, NoticeFacts facts, RollPupil pupil, IssueNotice command) {
        return new IssuingNotice(rules, facts, pupil, command).decide();
    }

    private Decision decide() {
        Optional<Contact> parent = Parents.find(facts.contacts(command.absences()), command.parent());
        NoticePolicy policy = rules.school().policy().notices();
        NoticeLimit limit = NoticeLimit.of(policy, parent.map(this::earlier).orElse(List.of()));
        List<Fault> faults = new ArrayList<>();
        if (parent.isEmpty()) {
            faults.add(Parents.unknown());
        }
        faults(policy, limit).forEach(fault -> faults.add(new Fault(fault.pointer(), fault.message())));
        if (!faults.isEmpty()) {
            return Decision.refuse(NoticeProblems.notAllowed(faults));
        }
        TariffTable tariffs = new TariffTable(policy);
        int nth = tariffs.number(command.kind(), limit.nth(command.issuedOn()));
        return record(
                parent.orElseThrow(),
                nth,
                tariffs.terms(command.kind(), nth, command.issuedOn()).orElseThrow());
    }

    private List<NoticeFault> faults(NoticePolicy policy, NoticeLimit limit) {
        return new NoticeRules(
                        policy,
                        London.dateOf(rules.clock().instant()),
                        pupil.age(),
                        limit,
                        facts.marks(command.absences(), rules.school(), pupil, command.issuedOn()))
                .faults(new NoticeProposal(
                        command.kind(),
                        command.issuedOn(),
                        command.issuer(),
                        command.offenceOn().orElse(null),
                        command.receivedOn().orElse(null),
                        command.laCheckRef().isPresent(),
                        command.support()
                                .filter(answer -> !answer.equals("false"))
                                .isPresent(),
                        command.considerations().stream().map(Factor::id).toList()));
    }

    /** The notices to the same adult for this child, here and elsewhere. */
    private List<Notice> earlier(Contact parent) {
        Stream<Notice> here = rules.state().notices().penalties().stream()
                .filter(notice -> notice.contactId().equals(parent.id())
                        || Parents.isSame(rules.vault(), notice, parent.personRef()));
        Stream<Notice> elsewhere =
                Optional.ofNullable(parent.personRef()).stream().flatMap(ref -> facts.elsewhere(pupil, ref).stream());
        return Stream.concat(here, elsewhere).toList();
    }

    private Decision record(Contact parent, int nth, NoticeTerms terms) {
        UUID id = AbsenceRules.newId();
        LocalDate receivedOn = command.receivedOn().orElse(null);
        PenaltyNoticeIssued issued = new PenaltyNoticeIssued(
                rules.urn(),
                rules.pupil(),
                id,
                parent.id(),
                rules.vault()
                        .sealJson(
                                rules.pupil(),
                                new NoticedParent(parent.name(), parent.relationship(), parent.personRef())),
                command.kind(),
                command.issuedOn(),
                command.issuer(),
                nth,
                terms,
                rules.school().policy().notices().laCheckBeforeIssue() && command.issuer() != Issuer.LA,
                receivedOn,
                rules.vault().sealOptional(rules.pupil(), command.laCheckRef()).orElse(null),
                rules.vault().sealOptional(rules.pupil(), command.support()).orElse(null),
                rules.vault().sealJson(rules.pupil(), command.considerations()),
                rules.author(command.author()));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("noticeId", new AbsenceEntryId(rules.pupil(), id).toString());
        answer.put("nth", nth);
        answer.putAll(NoticeAnswers.terms(terms, NoticeClock.of(terms, command.issuedOn(), receivedOn)));
        answer.put("countsTowardsLimit", Notice.counts(command.kind(), command.issuedOn()));
        return rules.record(issued, null, answer);
    }
}
