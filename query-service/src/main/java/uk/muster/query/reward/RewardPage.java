package uk.muster.query.reward;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.policy.RewardPolicy;

/**
 * A page of pupils who may be rewarded, and the classes.
 *
 * @param from,to the days looked at, both inclusive
 * @param policy what the policy rewards, in its words
 * @param classesFrom attendance in percent from which the policy rewards every class; left out where it names none
 * @param tripsFrom attendance in percent from which the policy lets pupils go on trips; left out where it names none
 * @param classes the highest first
 * @param nextCursor null, and written as null, on the last page
 */
record RewardPage(
        LocalDate from,
        LocalDate to,
        List<RewardPolicy.Item> policy,
        @Nullable BigDecimal classesFrom,
        @Nullable BigDecimal tripsFrom,
        List<ClassLine> classes,
        List<PupilLine> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor) {

    /**
     * A class with the marks of its registers.
     *
     * @param highest whether no class has a higher rate: class of the week
     * @param rewarded whether it reaches what the policy rewards every class from
     */
    record ClassLine(
            GroupId group, int possible, int attended, BigDecimal percentage, boolean highest, boolean rewarded) {}

    /**
     * A pupil.
     *
     * @param points percentage points against as many school weeks before; null when nothing was possible then
     * @param late sessions with L or U
     * @param lateBefore the same in as many school weeks before
     */
    record PupilLine(
            String pupilId,
            String name,
            @Nullable GroupId group,
            String yearGroup,
            int possible,
            int attended,
            BigDecimal percentage,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            BigDecimal points,

            int late,
            int lateBefore,
            List<Earned> earned,
            String attendance) {}
}
