package uk.muster.kernel.policy;

import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import uk.muster.kernel.policy.FollowUpPolicy.Condition;
import uk.muster.kernel.policy.FollowUpPolicy.Counting;
import uk.muster.kernel.policy.FollowUpPolicy.DayEnd;
import uk.muster.kernel.policy.FollowUpPolicy.Firing;
import uk.muster.kernel.policy.FollowUpPolicy.MedicalEvidence;
import uk.muster.kernel.policy.FollowUpPolicy.Scope;
import uk.muster.kernel.policy.FollowUpPolicy.SicknessReturn;
import uk.muster.kernel.policy.FollowUpPolicy.Step;
import uk.muster.kernel.policy.FollowUpPolicy.UnauthorisedReturn;

/** Reads how absence is followed up out of a merged policy. */
final class FollowUpReader {

    private FollowUpReader() {}

    static FollowUpPolicy read(PolicyReader policy) {
        return new FollowUpPolicy(
                policy.texts("parent_report.required_fields").contains("expected_return"),
                policy.flag("register.illness_detail_required"),
                policy.flag("parent_report.every_day"),
                policy.texts("parent_report.channels").contains("voicemail"),
                policy.whole("first_day.home_visit_min_staff"),
                policy.texts("first_day.risk_assessment"),
                time(policy, "first_day.call_window.start"),
                time(policy, "first_day.call_window.end"),
                policy.flag("first_day.repeat_daily"),
                policy.flag("first_day.notify_social_worker"),
                policy.flag("first_day.notify_yot_officer"),
                flags(policy.texts("first_day.vulnerable_flags")),
                policy.value("absence_escalation.steps")
                        .valueStream()
                        .map(FollowUpReader::step)
                        .toList(),
                dayEnds(policy),
                new UnauthorisedReturn(
                        policy.whole("la.unauthorised.days"),
                        policy.whole("la.unauthorised.sessions"),
                        counting(policy.text("la.unauthorised.mode"))),
                new SicknessReturn(
                        policy.whole("la.sickness.days"),
                        counting(policy.text("la.sickness.mode")),
                        policy.flag("la.sickness.anticipatory"),
                        policy.flag("la.sickness.hard"),
                        policy.flag("la.sickness.once_per_year")),
                evidence(policy),
                lateness(policy));
    }

    private static Step step(JsonNode step) {
        return new Step(
                step.get("id").stringValue(),
                step.get("at_day").intValue(),
                Condition.valueOf(PolicyReader.upper(step.get("condition").stringValue())),
                Scope.valueOf(PolicyReader.upper(step.get("scope").stringValue())),
                Firing.valueOf(PolicyReader.upper(step.get("fire_at").stringValue())),
                step.get("actions").valueStream().map(JsonNode::stringValue).toList(),
                Modality.valueOf(PolicyReader.upper(step.get("modality").stringValue())));
    }

    private static @Nullable LocalTime time(PolicyReader policy, String path) {
        return policy.optional(path)
                .map(time -> LocalTime.parse(time.stringValue()))
                .orElse(null);
    }

    private static List<DayEnd> dayEnds(PolicyReader policy) {
        return policy.optional("sessions.day_end").stream()
                .flatMap(JsonNode::valueStream)
                .map(end -> new DayEnd(
                        years(end.get("years")), LocalTime.parse(end.get("time").stringValue())))
                .toList();
    }

    private static Set<String> years(JsonNode years) {
        return years.isArray() ? years.valueStream().map(JsonNode::asString).collect(Collectors.toSet()) : Set.of();
    }

    private static MedicalEvidence evidence(PolicyReader policy) {
        boolean inclusive = policy.text("medical.evidence_comparator").equals("gte");
        List<String> alsoWhen = policy.texts("medical.evidence_also_when");
        return new MedicalEvidence(
                policy.optional("medical.evidence_after_days")
                        .map(days -> inclusive ? days.intValue() : days.intValue() + 1)
                        .orElse(null),
                alsoWhen.contains("adjacent_unauthorised"),
                policy.optional("medical.multiple_spells")
                        .filter(_ -> alsoWhen.contains("multiple_medical"))
                        .map(JsonNode::intValue)
                        .orElse(null),
                alsoWhen.contains("doubt") || alsoWhen.contains("attendance_concern"));
    }

    private static LatenessPolicy lateness(PolicyReader policy) {
        Set<String> counted = Set.copyOf(policy.texts("lateness.counted_codes"));
        String period = policy.text("lateness.period");
        if (period.equals("weeks")) {
            return new LatenessPolicy(counted, LatenessPolicy.Period.HALF_TERM, List.of());
        }
        return new LatenessPolicy(
                counted,
                LatenessPolicy.Period.valueOf(PolicyReader.upper(period)),
                policy.value("lateness.steps")
                        .valueStream()
                        .map(step -> lateStep(step, counted))
                        .toList());
    }

    private static LatenessPolicy.Step lateStep(JsonNode step, Set<String> counted) {
        return new LatenessPolicy.Step(
                Math.max(1, step.get("min").intValue()),
                step.path("max").isInt() ? step.get("max").intValue() : null,
                step.get("codes")
                        .valueStream()
                        .map(JsonNode::stringValue)
                        .filter(counted::contains)
                        .collect(Collectors.toSet()),
                step.get("action").stringValue());
    }

    private static Counting counting(String mode) {
        return switch (mode) {
            case "continuous", "consecutive" -> Counting.CONTINUOUS;
            case "cumulative" -> Counting.CUMULATIVE;
            default -> Counting.EITHER;
        };
    }

    /** A profile's name for a circumstance may stand for more than one flag. */
    private static Set<VulnerabilityFlag> flags(List<String> names) {
        Set<VulnerabilityFlag> flags = new HashSet<>();
        for (String name : names) {
            switch (name) {
                case "cp_cin" ->
                    Stream.of(VulnerabilityFlag.CHILD_PROTECTION, VulnerabilityFlag.CHILD_IN_NEED)
                            .forEach(flags::add);
                case "send" ->
                    Stream.of(VulnerabilityFlag.SEND_SUPPORT, VulnerabilityFlag.EHCP)
                            .forEach(flags::add);
                case "yot" -> flags.add(VulnerabilityFlag.YOUTH_JUSTICE);
                default -> flags.add(VulnerabilityFlag.valueOf(PolicyReader.upper(name)));
            }
        }
        return flags;
    }
}
