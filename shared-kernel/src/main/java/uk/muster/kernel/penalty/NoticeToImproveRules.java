package uk.muster.kernel.penalty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import uk.muster.kernel.code.CompulsoryAge;
import uk.muster.kernel.policy.NoticePolicy.Improvement;

/** Whether a notice to improve may be given (KTS-70 to KTS-72). */
public record NoticeToImproveRules(Improvement policy, CompulsoryAge age) {

    /** The last day of an improvement period of so many weeks, inclusive. */
    public static LocalDate until(LocalDate from, int weeks) {
        return from.plusWeeks(weeks).minusDays(1);
    }

    /** Everything that forbids it; nothing where it may be given. */
    public List<NoticeFault> faults(LocalDate from, int weeks, List<String> blocks) {
        List<NoticeFault> faults = new ArrayList<>();
        if (!policy.used()) {
            faults.add(new NoticeFault("", "The school's policy has no notices to improve."));
        }
        if (!age.covers(from)) {
            faults.add(new NoticeFault("/from", "The pupil is not of compulsory school age on this day."));
        }
        if (weeks < policy.leastWeeks() || weeks > policy.mostWeeks()) {
            faults.add(new NoticeFault(
                    "/weeks",
                    "By the school's policy an improvement period has " + policy.leastWeeks() + " to "
                            + policy.mostWeeks() + " weeks."));
        }
        blocks(blocks, faults);
        return List.copyOf(faults);
    }

    private void blocks(List<String> blocks, List<NoticeFault> faults) {
        Set<String> named = new HashSet<>();
        for (int i = 0; i < blocks.size(); i++) {
            String pointer = "/blocks/" + i;
            if (NoticeBlock.ofId(blocks.get(i)).isEmpty()) {
                faults.add(new NoticeFault(pointer, "A block is one of " + String.join(", ", NoticeBlock.ids()) + "."));
            } else if (!named.add(blocks.get(i))) {
                faults.add(new NoticeFault(pointer, "This block is named twice."));
            }
        }
        if (named.size() < Math.min(policy.contentBlocks(), NoticeBlock.values().length)) {
            for (NoticeBlock block : NoticeBlock.values()) {
                if (!named.contains(block.id())) {
                    faults.add(new NoticeFault(
                            "/blocks", "The block " + block.id() + " is missing: it says " + block.meaning() + "."));
                }
            }
        }
    }
}
