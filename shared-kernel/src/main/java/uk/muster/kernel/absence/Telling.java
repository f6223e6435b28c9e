package uk.muster.kernel.absence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import uk.muster.kernel.absence.CountedDays.Met;
import uk.muster.kernel.event.FollowUpEvent.Recipient;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.kernel.event.FollowUpEvent.UnexplainedAbsenceOpened;
import uk.muster.kernel.policy.Modality;
import uk.muster.kernel.policy.VulnerabilityFlag;

/**
 * Who outside the school is to be told of an unexplained absence (HCAT-115, KTS-50), at the close of the register of its first day, for only then
 * is a reason wanting. Whom no message can reach, or did not reach for certain, a person has to tell.
 */
public final class Telling {

    private final FollowUpFacts facts;
    private final CaseDays days;
    private final Optional<UnexplainedAbsenceOpened> open;

    /** @param open the case, once it is recorded */
    Telling(FollowUpFacts facts, CaseDays days, Optional<UnexplainedAbsenceOpened> open) {
        this.facts = facts;
        this.days = days;
        this.open = open;
    }

    /** Who has to do with a child of such circumstances. */
    public static Set<Recipient> concerned(Set<VulnerabilityFlag> circumstances) {
        Set<Recipient> concerned = EnumSet.noneOf(Recipient.class);
        if (circumstances.contains(VulnerabilityFlag.SOCIAL_WORKER)) {
            concerned.add(Recipient.SOCIAL_WORKER);
        }
        if (circumstances.contains(VulnerabilityFlag.YOUTH_JUSTICE)) {
            concerned.add(Recipient.YOUTH_OFFENDING);
        }
        return concerned;
    }

    /** Who is to be told now and was not yet. */
    Set<Recipient> now() {
        if (from().isAfter(facts.now())) {
            return Set.of();
        }
        return wanted().stream().filter(to -> !isTold(to)).collect(Collectors.toUnmodifiableSet());
    }

    /** What a person has to do. */
    List<Due> due() {
        if (from().isAfter(facts.now())) {
            return List.of();
        }
        return wanted().stream()
                .filter(to -> isTold(to) ? isMissed(to) : !facts.reachable().contains(to))
                .sorted()
                .map(this::byHand)
                .toList();
    }

    /** When somebody will be to be told; empty when the time has come. */
    Optional<Instant> next() {
        return Optional.of(from()).filter(at -> at.isAfter(facts.now()) && !wanted().isEmpty());
    }

    private Due byHand(Recipient to) {
        LocalDate day = days.first();
        return switch (to) {
            case SOCIAL_WORKER -> byHand("tell-social-worker", "tell_social_worker", new Met(day, day, day));
            case YOUTH_OFFENDING -> byHand("tell-yot", "tell_youth_offending_team", new Met(day, day, day));
        };
    }

    private Due byHand(String step, String action, Met met) {
        return Due.now(facts, step, TaskKind.NOTIFY, Modality.MUST, met, 1, List.of(action));
    }

    private Instant from() {
        return facts.times().morningCloses(days.first());
    }

    private Set<Recipient> wanted() {
        if (days.isHistory() || !days.isAbsentOn(days.first()) || days.isReported(days.first())) {
            return Set.of();
        }
        return concerned(facts.flags()).stream()
                .filter(to -> switch (to) {
                    case SOCIAL_WORKER -> facts.rules().socialWorkerTold();
                    case YOUTH_OFFENDING -> facts.rules().youthOffendingTold();
                })
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean isTold(Recipient to) {
        return open.filter(each -> facts.state().isTold(each.entryId(), to)).isPresent();
    }

    private boolean isMissed(Recipient to) {
        return open.filter(each -> facts.state().isMissed(each.entryId(), to)).isPresent();
    }
}
