package uk.muster.kernel.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a school's policy says of penalty notices and notices to improve.
 *
 * @param tariffs what a notice costs, by its number for the parent and child and by its date of issue
 * @param limitNotices how many notices a parent may have for a child in {@code limitYears}, 1 or more (KTS-68)
 * @param limitYears years from the date of issue of the first, 1 or more
 * @param afterLimit what is left when no further notice may be issued
 * @param issuers who issues notices (KTS-61, HCAT-84)
 * @param laCheckBeforeIssue whether a school checks with the local authority before, and sends it a copy (KTS-62)
 * @param countedFrom what the days to pay are counted from
 * @param firstDayCounts whether that day is day 1
 * @param publicPlace the notice for being in a public place while suspended (KTS-69); null where the policy has none
 * @param supportGate whether support is to have been offered first (HCAT-70, KTS-60, IPAT-45)
 * @param supportGateExceptions codes of absences for which there is no such gate, such as {@code G} (IPAT-X03)
 * @param precheck ids of what is to be considered and recorded before a notice (KTS-63, IPAT-45); may be none
 */
public record NoticePolicy(
        List<Tariff> tariffs,
        int limitNotices,
        int limitYears,
        AfterLimit afterLimit,
        Set<Issuer> issuers,
        boolean laCheckBeforeIssue,
        CountedFrom countedFrom,
        boolean firstDayCounts,
        @Nullable PublicPlace publicPlace,
        boolean supportGate,
        Set<String> supportGateExceptions,
        List<String> precheck,
        Improvement improvement) {

    public NoticePolicy {
        tariffs = List.copyOf(tariffs);
        issuers = Set.copyOf(issuers);
        supportGateExceptions = Set.copyOf(supportGateExceptions);
        precheck = List.copyOf(precheck);
    }

    /**
     * What a notice costs.
     *
     * @param nth for which notice to one parent for one child, from 1
     * @param validFrom the first date of issue that it is for
     * @param earlyAmount pounds; null where there is no discount
     * @param earlyDays days to pay that; null where there is no discount
     * @param fullAmount pounds
     * @param fullDays days to pay that
     */
    public record Tariff(
            int nth,
            LocalDate validFrom,
            @Nullable BigDecimal earlyAmount,
            @Nullable Integer earlyDays,
            BigDecimal fullAmount,
            int fullDays) {}

    /** @param firstDays the school days of a suspension, from its first, in which the pupil may not be in a public place */
    public record PublicPlace(Tariff tariff, int firstDays) {}

    /**
     * Notices to improve (KTS-70 to KTS-72).
     *
     * @param used whether the school gives any
     * @param leastWeeks the shortest improvement period
     * @param mostWeeks the longest
     * @param contentBlocks how many of the blocks of its content a notice has at least
     */
    public record Improvement(boolean used, int leastWeeks, int mostWeeks, int contentBlocks) {}

    /** Who issues a notice. */
    public enum Issuer {
        HEAD,
        LA,
        POLICE;

        /** As profiles and callers write it: {@code head}, {@code la}, {@code police}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws IllegalArgumentException for anything else */
        public static Issuer ofWord(String word) {
            for (Issuer issuer : values()) {
                if (issuer.word().equals(word)) {
                    return issuer;
                }
            }
            throw new IllegalArgumentException("There is no such issuer.");
        }
    }

    /** What the days to pay are counted from. */
    public enum CountedFrom {
        /** The day received, as the regulations have it (SI 2007/1867 reg 4 as amended). */
        RECEIPT,
        ISSUE
    }

    /** What is left when no further notice may be issued. */
    public enum AfterLimit {
        ALTERNATIVE_ACTION,
        CONSIDER_PROSECUTION
    }
}
