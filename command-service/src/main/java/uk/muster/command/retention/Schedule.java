package uk.muster.command.retention;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.muster.kernel.event.RetentionEvent.DisposalConfirmed;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.retention.DisposalPlan;
import uk.muster.kernel.retention.Hold;
import uk.muster.kernel.retention.RetentionState;

/**
 * A school's schedule of disposals as it is answered: counts and years, and nobody's record.
 *
 * @param years for which each entry is kept
 */
public record Schedule(Urn urn, int years, LocalDate today, List<DisposalPlan> plans, RetentionState state) {

    /** {@code urn}, {@code retentionYears}, {@code items}, {@code holds} and {@code disposals}, as the contract has them. */
    public Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("urn", urn.toString());
        body.put("retentionYears", years);
        body.put("items", plans.stream().map(this::item).toList());
        body.put("holds", state.holds().values().stream().map(Schedule::hold).toList());
        body.put(
                "disposals",
                state.confirmed().values().stream().map(this::disposal).toList());
        return body;
    }

    private Map<String, Object> item(DisposalPlan plan) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("academicYear", plan.academicYear().toString());
        item.put("disposableOn", plan.disposableOn().toString());
        item.put("due", plan.isDue(today));
        item.put("pupils", plan.pupils().size());
        item.put("staff", plan.staff());
        Map<String, Integer> held = new LinkedHashMap<>();
        plan.held().forEach((because, pupils) -> held.put(because.name(), pupils));
        item.put("held", held);
        return item;
    }

    private static Map<String, Object> hold(Hold hold) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", hold.id().toString());
        item.put("kind", hold.kind().name());
        item.put("scope", hold.pupil() == null ? "SCHOOL" : "PUPIL");
        if (hold.academicYear() != null) {
            item.put("academicYear", hold.academicYear().toString());
        }
        item.put("placedOn", hold.placedOn().toString());
        return item;
    }

    private Map<String, Object> disposal(DisposalConfirmed confirmed) {
        return Map.of(
                "id", confirmed.disposalId().toString(),
                "academicYear", confirmed.academicYear().toString(),
                "pupils", confirmed.pupils().size(),
                "staff", confirmed.staff(),
                "carriedOut", state.certificates().containsKey(confirmed.disposalId()));
    }
}
