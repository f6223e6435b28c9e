package uk.muster.kernel.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import uk.muster.kernel.policy.NoticePolicy.AfterLimit;
import uk.muster.kernel.policy.NoticePolicy.CountedFrom;
import uk.muster.kernel.policy.NoticePolicy.Improvement;
import uk.muster.kernel.policy.NoticePolicy.Issuer;
import uk.muster.kernel.policy.NoticePolicy.PublicPlace;
import uk.muster.kernel.policy.NoticePolicy.Tariff;

/** Reads what a merged policy says of penalty notices and notices to improve. */
final class NoticeReader {

    private static final int PENCE = 2;

    private NoticeReader() {}

    static NoticePolicy read(PolicyReader policy) {
        return new NoticePolicy(
                policy.value("penalty.tariffs")
                        .valueStream()
                        .map(NoticeReader::tariff)
                        .toList(),
                policy.whole("penalty.limit_notices"),
                policy.whole("penalty.limit_years"),
                AfterLimit.valueOf(PolicyReader.upper(policy.text("penalty.after_limit"))),
                policy.texts("penalty.issuer").stream().map(Issuer::ofWord).collect(Collectors.toSet()),
                policy.flag("penalty.la_check_before_issue"),
                CountedFrom.valueOf(PolicyReader.upper(policy.text("penalty.days_counted_from"))),
                policy.flag("penalty.count_first_day"),
                policy.optional("penalty.public_place")
                        .map(NoticeReader::publicPlace)
                        .orElse(null),
                policy.flag("penalty.support_gate"),
                Set.copyOf(policy.texts("penalty.support_gate_exceptions")),
                policy.texts("penalty.precheck"),
                new Improvement(
                        policy.flag("nti.used"),
                        policy.whole("nti.min_weeks"),
                        policy.whole("nti.max_weeks"),
                        policy.whole("nti.content_blocks")));
    }

    private static Tariff tariff(JsonNode row) {
        JsonNode days = row.path("early_days");
        return new Tariff(
                row.get("nth").intValue(),
                LocalDate.parse(row.get("valid_from").stringValue()),
                pounds(row.path("early_amount")),
                days.isInt() ? Integer.valueOf(days.intValue()) : null,
                exact(row.get("full_amount").decimalValue()),
                row.get("full_days").intValue());
    }

    private static PublicPlace publicPlace(JsonNode row) {
        JsonNode days = row.path("window_first_days");
        return new PublicPlace(tariff(row), days.isInt() ? days.intValue() : Integer.MAX_VALUE);
    }

    private static @Nullable BigDecimal pounds(JsonNode amount) {
        return amount.isNumber() ? exact(amount.decimalValue()) : null;
    }

    /** Whole pounds without decimals, others with two: one amount is written in one way. */
    private static BigDecimal exact(BigDecimal amount) {
        BigDecimal pence = amount.setScale(PENCE, RoundingMode.HALF_UP);
        return pence.stripTrailingZeros().scale() <= 0 ? pence.setScale(0, RoundingMode.UNNECESSARY) : pence;
    }
}
