package uk.muster.kernel.policy;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a school rewards.
 *
 * @param tripsFrom attendance from which a pupil goes on trips that are not part of the curriculum (HCAT-38), in ten-thousandths of a percent; null
 *     where nothing is said
 */
public record RewardPolicy(List<Item> items, @Nullable Long tripsFrom) {

    private static final Pattern AT_LEAST = Pattern.compile(">=(\\d+(?:\\.\\d+)?)");

    public RewardPolicy {
        items = List.copyOf(items);
    }

    /**
     * Something that is rewarded, in the policy's words.
     *
     * @param scope who is: {@code pupil}, {@code class}, {@code all}
     * @param rule for what: {@code highest}, {@code 100}, {@code >=97}, or a word that a person judges by
     * @param cadence how often: {@code weekly}, {@code termly}, {@code annual}, {@code ad_hoc}
     */
    public record Item(String scope, String rule, String cadence) {}

    /** Attendance from which every class is rewarded (HCAT-50), in ten-thousandths of a percent; empty where the policy names none. */
    public OptionalLong classesFrom() {
        return items.stream()
                .filter(item -> item.scope().equals("class"))
                .map(item -> AT_LEAST.matcher(item.rule()))
                .filter(Matcher::matches)
                .mapToLong(rule -> new BigDecimal(rule.group(1))
                        .movePointRight(ValueType.Fraction.DECIMALS)
                        .longValueExact())
                .min();
    }
}
