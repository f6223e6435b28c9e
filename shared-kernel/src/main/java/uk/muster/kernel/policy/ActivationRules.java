package uk.muster.kernel.policy;

import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What must hold between the knobs of a merged policy before a school takes it on. Values that are themselves at fault are passed over
 * here: their own fault is reported already.
 */
final class ActivationRules {

    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");

    private final JsonNode merged;
    private final Faults faults;

    private ActivationRules(JsonNode merged, Faults faults) {
        this.merged = merged;
        this.faults = faults;
    }

    static void check(JsonNode merged, Faults faults) {
        ActivationRules rules = new ActivationRules(merged, faults);
        rules.requiredKnobs();
        rules.times();
        rules.bands("bands.scale");
        rules.bands("bands.rag");
        rules.amendmentFields();
        rules.uniqueIds("bands.scale");
        rules.uniqueIds("absence_escalation.steps");
        rules.uniqueIds("penalty.windows");
        rules.improvementWeeks();
    }

    static List<String> warnings(JsonNode merged) {
        List<String> warnings = new ArrayList<>();
        if (merged.at("/bands/target_pct").isNull()) {
            warnings.add("bands.target_pct has no value: steps below the school's target are off.");
        }
        if (merged.at("/lateness/period").asString("").equals("weeks")) {
            warnings.add("lateness.period is weeks, and no knob says how many: the steps of lateness are off.");
        }
        Set<String> bands = ids(merged.at("/bands/scale"));
        for (JsonNode tier : merged.at("/tiers")) {
            String band = tier.path("band").asString("");
            if (!bands.contains(band)) {
                warnings.add("tiers names the band " + band + ", which bands.scale has not: its actions are off.");
            }
        }
        return List.copyOf(warnings);
    }

    private void requiredKnobs() {
        for (Knob knob : PolicySchema.standard().knobs()) {
            if (knob.required() && merged.at(knob.pointer()).isNull()) {
                faults.atPath(knob.path())
                        .add(knob.path() + " (" + knob.meaning() + ") needs a value: the profile has none.");
            }
        }
        if (value("contacts").isArray() && value("contacts").isEmpty()) {
            faults.atPath("contacts").add("A policy publishes at least one contact.");
        }
    }

    /** The register is open for 30 minutes at most, in both sessions (guidance, "the same for every session"). */
    private void times() {
        notAfter("sessions.am.arrival_due", "sessions.am.late_from");
        notAfter("sessions.am.late_from", "sessions.am.register_closes");
        notAfter("sessions.am.register_closes", "sessions.pm.start");
        notAfter("first_day.call_window.start", "first_day.call_window.end");
        openTime("sessions.am.register_open_from", "sessions.am.register_closes");
        openTime("sessions.pm.start", "sessions.pm.register_closes");
    }

    private void notAfter(String earlier, String later) {
        time(earlier)
                .ifPresent(from -> time(later)
                        .filter(from::isAfter)
                        .ifPresent(to -> faults.atPath(later)
                                .add(later + " (" + to + ") is earlier than " + earlier + " (" + from + ").")));
    }

    private void openTime(String opens, String closes) {
        notAfter(opens, closes);
        JsonNode most = value("sessions.max_open_minutes");
        if (!most.isInt()) {
            return;
        }
        time(opens)
                .ifPresent(from -> time(closes).ifPresent(to -> {
                    long minutes = Duration.between(from, to).toMinutes();
                    if (minutes > most.intValue()) {
                        faults.atPath(closes)
                                .add("The register would be open for " + minutes + " minutes, from " + from + " to "
                                        + to + "; at most " + most.intValue() + " are allowed.");
                    }
                }));
    }

    /** Bands go down strictly and reach 0, so that every rate falls into exactly one. */
    private void bands(String path) {
        JsonNode bands = value(path);
        if (!bands.isArray()) {
            return;
        }
        if (bands.isEmpty()) {
            faults.atPath(path).add("There is at least one band.");
            return;
        }
        for (int i = 1; i < bands.size(); i++) {
            JsonNode above = bands.get(i - 1).path("lower");
            JsonNode lower = bands.get(i).path("lower");
            if (above.isNumber() && lower.isNumber() && lower.decimalValue().compareTo(above.decimalValue()) >= 0) {
                faults.atPath(path)
                        .at(Integer.toString(i))
                        .at("lower")
                        .add("Bands go down: this one begins no lower than the one above it.");
            }
        }
        JsonNode last = bands.get(bands.size() - 1);
        boolean reachesZero = last.path("lower").isNumber()
                && last.path("lower").decimalValue().signum() == 0
                && last.path("cmp").asString("").equals("gte");
        if (!reachesZero) {
            faults.atPath(path)
                    .at(Integer.toString(bands.size() - 1))
                    .add("The last band begins at 0 and takes 0 itself (gte).");
        }
    }

    /** The law's items of an amendment may be added to, never reduced (reg 6). */
    private void amendmentFields() {
        JsonNode fields = value("amendment.required_fields");
        Set<String> named = new HashSet<>();
        fields.forEach(field -> named.add(field.asString("")));
        for (String field : EffectivePolicy.AmendmentPolicy.STATUTORY_FIELDS) {
            if (fields.isArray() && !named.contains(field)) {
                faults.atPath("amendment.required_fields")
                        .add("The law wants " + field + " in every amendment: it cannot be left out.");
            }
        }
    }

    private void uniqueIds(String path) {
        Set<String> seen = new HashSet<>();
        JsonNode items = value(path);
        for (int i = 0; i < items.size(); i++) {
            String id = items.path(i).path("id").asString("");
            if (!id.isEmpty() && !seen.add(id)) {
                faults.atPath(path).at(Integer.toString(i)).at("id").add("The id " + id + " is used twice.");
            }
        }
    }

    private void improvementWeeks() {
        JsonNode least = value("nti.min_weeks");
        JsonNode most = value("nti.max_weeks");
        if (least.isInt() && most.isInt() && least.intValue() > most.intValue()) {
            faults.atPath("nti.max_weeks").add("The longest improvement period is shorter than the shortest.");
        }
    }

    private JsonNode value(String path) {
        return merged.at("/" + path.replace('.', '/'));
    }

    private Optional<LocalTime> time(String path) {
        String text = value(path).asString("");
        return TIME.matcher(text).matches() ? Optional.of(LocalTime.parse(text)) : Optional.empty();
    }

    private static Set<String> ids(JsonNode items) {
        Set<String> ids = new HashSet<>();
        items.forEach(item -> ids.add(item.path("id").asString("")));
        return ids;
    }
}
