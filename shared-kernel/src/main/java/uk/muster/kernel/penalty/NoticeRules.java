package uk.muster.kernel.penalty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import uk.muster.kernel.code.CompulsoryAge;
import uk.muster.kernel.event.PenaltyEvent.NoticeKind;
import uk.muster.kernel.policy.NoticePolicy;
import uk.muster.kernel.policy.NoticePolicy.AfterLimit;
import uk.muster.kernel.policy.NoticePolicy.Issuer;
import uk.muster.kernel.policy.NoticePolicy.PublicPlace;

/**
 * Whether a notice may be issued. A threshold that is met makes nobody issue one, and below it the headteacher's discretion stays (national
 * framework; KTS-63): it is among what is considered, and not looked at here.
 *
 * @param today business date
 * @param age when the pupil is of compulsory school age (G-11)
 * @param limit of this parent for this child
 */
public record NoticeRules(
        NoticePolicy policy, LocalDate today, CompulsoryAge age, NoticeLimit limit, NoticeMarks marks) {

    /** Everything that forbids it; nothing where it may be issued. */
    public List<NoticeFault> faults(NoticeProposal proposal) {
        List<NoticeFault> faults = new ArrayList<>();
        dates(proposal, faults);
        issuer(proposal, faults);
        age(proposal, faults);
        switch (proposal.kind()) {
            case NATIONAL -> {
                limit(proposal, faults);
                support(proposal, faults);
                considerations(proposal, faults);
            }
            case PUBLIC_PLACE -> publicPlace(proposal, faults);
        }
        laCheck(proposal, faults);
        return List.copyOf(faults);
    }

    private void dates(NoticeProposal proposal, List<NoticeFault> faults) {
        if (proposal.issuedOn().isAfter(today)) {
            faults.add(new NoticeFault("/issuedOn", "This lies in the future."));
        }
        LocalDate received = proposal.receivedOn();
        if (received != null && received.isAfter(today)) {
            faults.add(new NoticeFault("/receivedOn", "This lies in the future."));
        }
        if (received != null && received.isBefore(proposal.issuedOn())) {
            faults.add(new NoticeFault("/receivedOn", "This lies before the day on which the notice was issued."));
        }
    }

    /** KTS-61, HCAT-84. */
    private void issuer(NoticeProposal proposal, List<NoticeFault> faults) {
        if (!policy.issuers().contains(proposal.issuer())) {
            String issuers =
                    policy.issuers().stream().map(Issuer::word).sorted().collect(Collectors.joining(", "));
            faults.add(new NoticeFault("/issuer", "By the school's policy notices are issued by: " + issuers + "."));
        }
    }

    /** G-11: an offence of the parent of a child of compulsory school age (Education Act 1996 s444). */
    private void age(NoticeProposal proposal, List<NoticeFault> faults) {
        if (!age.covers(proposal.issuedOn())) {
            faults.add(new NoticeFault("/issuedOn", "The pupil is not of compulsory school age on this day."));
        }
    }

    /** KTS-68, HCAT-X16, CS-36. */
    private void limit(NoticeProposal proposal, List<NoticeFault> faults) {
        limit.barredUntil(proposal.issuedOn())
                .ifPresent(until -> faults.add(new NoticeFault(
                        "/parentId",
                        "A parent has at most " + limit.most() + " notices for a child in " + limit.years()
                                + " years: another may be issued from " + until + " on. "
                                + instead(policy.afterLimit()))));
        if (new TariffTable(policy)
                .terms(NoticeKind.NATIONAL, limit.nth(proposal.issuedOn()), proposal.issuedOn())
                .isEmpty()) {
            faults.add(new NoticeFault("/issuedOn", "The school's policy has no tariff for this day."));
        }
    }

    private static String instead(AfterLimit after) {
        return switch (after) {
            case ALTERNATIVE_ACTION -> "Take other action.";
            case CONSIDER_PROSECUTION -> "The local authority considers prosecution.";
        };
    }

    /** Support first, then enforcement (HCAT-70, KTS-60, CS-31, IPAT-45), unless it is the absence of a code without a gate (IPAT-X03). */
    private void support(NoticeProposal proposal, List<NoticeFault> faults) {
        if (policy.supportGate()
                && !proposal.supportRecorded()
                && !marks.restsOn(policy.supportGateExceptions(), proposal.issuedOn())) {
            faults.add(new NoticeFault(
                    "/supportRecorded", "By the school's policy support is offered first: say that it was, or which."));
        }
    }

    /** KTS-63, IPAT-45: each is answered once. A policy that names none takes any. */
    private void considerations(NoticeProposal proposal, List<NoticeFault> faults) {
        Set<String> answered = new HashSet<>();
        for (int i = 0; i < proposal.considered().size(); i++) {
            String id = proposal.considered().get(i);
            String pointer = "/considerations/" + i + "/id";
            if (!answered.add(id)) {
                faults.add(new NoticeFault(pointer, "This is answered twice."));
            } else if (!policy.precheck().isEmpty() && !policy.precheck().contains(id)) {
                faults.add(new NoticeFault(pointer, "This is no consideration of the school's policy."));
            }
        }
        policy.precheck().stream()
                .filter(id -> !answered.contains(id))
                .forEach(id ->
                        faults.add(new NoticeFault("/considerations", "The policy wants an answer to " + id + ".")));
    }

    /** KTS-69: in the first days of a suspension; outside the framework, with no test of support. */
    private void publicPlace(NoticeProposal proposal, List<NoticeFault> faults) {
        PublicPlace rule = policy.publicPlace();
        if (rule == null) {
            faults.add(new NoticeFault("/kind", "The school's policy has no notice for a public place."));
            return;
        }
        if (rule.tariff().validFrom().isAfter(proposal.issuedOn())) {
            faults.add(new NoticeFault("/issuedOn", "The school's policy has no tariff for this day."));
        }
        String pointer = proposal.offenceOn() == null ? "/issuedOn" : "/offenceOn";
        if (proposal.dayOfOffence().isAfter(proposal.issuedOn())) {
            faults.add(new NoticeFault(pointer, "This lies after the day on which the notice was issued."));
        }
        int day = marks.dayOfSuspension(proposal.dayOfOffence());
        if (day == 0 || day > rule.firstDays()) {
            faults.add(new NoticeFault(
                    pointer,
                    "This is none of the first " + rule.firstDays()
                            + " school days of a suspension (code E) by the registers."));
        }
    }

    /** KTS-62: whoever issues it, unless that is the local authority itself. */
    private void laCheck(NoticeProposal proposal, List<NoticeFault> faults) {
        if (policy.laCheckBeforeIssue() && proposal.issuer() != Issuer.LA && !proposal.laChecked()) {
            faults.add(new NoticeFault(
                    "/laCheckRef", "By the school's policy the local authority is asked first: name its answer."));
        }
    }
}
