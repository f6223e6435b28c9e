package uk.muster.kernel.penalty;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import uk.muster.kernel.event.PenaltyEvent.NoticeKind;
import uk.muster.kernel.event.PenaltyEvent.NoticeTerms;
import uk.muster.kernel.policy.NoticePolicy;
import uk.muster.kernel.policy.NoticePolicy.Tariff;

/** What a notice costs, by its date of issue (HCAT-X13, G-10): the row that was last to come into force by then. */
public record TariffTable(NoticePolicy policy) {

    /**
     * The terms of a notice.
     *
     * @param nth which of the parent's notices for the child it is, from 1
     * @return empty where the policy has no row for that day
     */
    public Optional<NoticeTerms> terms(NoticeKind kind, int nth, LocalDate issuedOn) {
        return row(kind, nth, issuedOn).map(this::terms);
    }

    /** The number of a notice, which for a public place is that of its row: it counts for itself. */
    public int number(NoticeKind kind, int nth) {
        NoticePolicy.PublicPlace publicPlace = policy.publicPlace();
        return kind == NoticeKind.PUBLIC_PLACE && publicPlace != null
                ? publicPlace.tariff().nth()
                : nth;
    }

    private Optional<Tariff> row(NoticeKind kind, int nth, LocalDate issuedOn) {
        Stream<Tariff> rows = switch (kind) {
            case NATIONAL -> policy.tariffs().stream().filter(row -> row.nth() <= nth);
            case PUBLIC_PLACE ->
                Optional.ofNullable(policy.publicPlace()).stream().map(NoticePolicy.PublicPlace::tariff);
        };
        return rows.filter(row -> !row.validFrom().isAfter(issuedOn))
                .max(Comparator.comparingInt(Tariff::nth).thenComparing(Tariff::validFrom));
    }

    private NoticeTerms terms(Tariff row) {
        return new NoticeTerms(
                row.earlyAmount(),
                row.earlyDays(),
                row.fullAmount(),
                row.fullDays(),
                policy.countedFrom(),
                policy.firstDayCounts());
    }
}
