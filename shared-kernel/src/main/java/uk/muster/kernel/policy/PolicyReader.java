package uk.muster.kernel.policy;

import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import uk.muster.kernel.code.ArrivalRules;
import uk.muster.kernel.code.RecordingRules;
import uk.muster.kernel.identity.Person;

/** Reads typed values out of a merged policy. */
final class PolicyReader {

    private final JsonNode merged;

    PolicyReader(JsonNode merged) {
        this.merged = merged;
    }

    EffectivePolicy policy() {
        return new EffectivePolicy(
                text("meta.profile_id"),
                text("meta.profile_version"),
                new EffectivePolicy.SessionTimes(
                        time("sessions.am.register_open_from"),
                        time("sessions.am.register_closes"),
                        time("sessions.pm.start"),
                        time("sessions.pm.register_closes")),
                arrivals(),
                new RecordingRules(
                        flag("sessions.am.late_code_used"),
                        flag("register.minutes_late_required"),
                        flag("register.nature_required")),
                register(),
                amendments(),
                new RemovalPolicy(
                        value("la.deletion_blockers")
                                .valueStream()
                                .map(blocker -> DeletionBlocker.valueOf(upper(blocker.stringValue())))
                                .toList(),
                        flag("la.standard_transition_exempt")),
                flag("medical.tell_parent_before_unauthorised"),
                followUp(),
                PenaltyReader.read(this),
                NoticeReader.read(this),
                whole("retention.register_years"),
                bands(),
                optional("ladder.monitoring_weeks").map(this::monitoring).orElse(null),
                rewards(),
                value("contacts").valueStream().map(PolicyReader::contact).toList(),
                PackedJson.of(merged));
    }

    private ArrivalRules arrivals() {
        return new ArrivalRules(
                time("sessions.am.arrival_due"),
                time("sessions.am.late_from"),
                time("sessions.am.register_closes"),
                time("sessions.pm.start"),
                time("sessions.pm.register_closes"),
                flag("sessions.am.late_code_used"),
                text("sessions.am.late_code_after_close"),
                flag("sessions.boundary_inclusive"));
    }

    private EffectivePolicy.RegisterPolicy register() {
        JsonNode officer = merged.at("/register/responsible_officer");
        return new EffectivePolicy.RegisterPolicy(
                flag("register.late_sign_in.reason_required"),
                whole("register.overdue_after_minutes"),
                whole("register.reason_deadline_days"),
                EffectivePolicy.DeadlineUnit.valueOf(upper(text("register.reason_deadline_unit"))),
                officer.isObject()
                        ? new Person(
                                officer.get("id").stringValue(),
                                officer.get("name").stringValue(),
                                officer.get("position").stringValue())
                        : null);
    }

    private EffectivePolicy.AmendmentPolicy amendments() {
        JsonNode window = merged.at("/amendment/window_school_days");
        Set<String> fields = new HashSet<>();
        value("amendment.required_fields").forEach(field -> fields.add(field.stringValue()));
        return new EffectivePolicy.AmendmentPolicy(
                fields,
                window.isInt() ? window.intValue() : null,
                EffectivePolicy.AfterWindow.valueOf(upper(text("amendment.after_window"))));
    }

    private FollowUpPolicy followUp() {
        return FollowUpReader.read(this);
    }

    private Bands bands() {
        return new Bands(
                scale("bands.scale", "id", "label"),
                optional("bands.rag").isEmpty() ? List.of() : scale("bands.rag", "colour", "colour"),
                limit("bands.pa"),
                limit("bands.sa"),
                whole("bands.min_possible_sessions_for_actions"));
    }

    private List<Bands.Band> scale(String path, String id, String label) {
        return value(path)
                .valueStream()
                .map(band -> new Bands.Band(
                        band.get(id).stringValue(),
                        band.get(label).stringValue(),
                        tenThousandths(band.get("lower")),
                        band.get("cmp").stringValue().equals("gte")))
                .toList();
    }

    private MonitoringPolicy monitoring(JsonNode weeks) {
        return new MonitoringPolicy(
                weeks.intValue(),
                whole("ladder.extension_weeks_per_absence_day"),
                whole("ladder.extension_sessions_per_day"));
    }

    private RewardPolicy rewards() {
        List<RewardPolicy.Item> items = value("rewards.items")
                .valueStream()
                .map(item -> new RewardPolicy.Item(
                        item.get("scope").stringValue(),
                        item.get("rule").stringValue(),
                        item.get("cadence").stringValue()))
                .toList();
        return new RewardPolicy(
                items,
                optional("rewards.trip_threshold_pct")
                        .map(PolicyReader::tenThousandths)
                        .orElse(null));
    }

    private Bands.Limit limit(String prefix) {
        return new Bands.Limit(
                tenThousandths(value(prefix + "_pct")),
                text(prefix + "_comparator").equals("lte"));
    }

    private static EffectivePolicy.Contact contact(JsonNode contact) {
        return new EffectivePolicy.Contact(
                contact.get("role").stringValue(),
                contact.get("name").stringValue(),
                optionalText(contact, "phone"),
                optionalText(contact, "email"));
    }

    private static @Nullable String optionalText(JsonNode object, String name) {
        JsonNode value = object.path(name);
        return value.isString() ? value.stringValue() : null;
    }

    private static long tenThousandths(JsonNode percent) {
        return percent.decimalValue()
                .movePointRight(ValueType.Fraction.DECIMALS)
                .longValueExact();
    }

    LocalTime time(String path) {
        return LocalTime.parse(text(path));
    }

    boolean flag(String path) {
        return value(path).booleanValue();
    }

    int whole(String path) {
        return value(path).intValue();
    }

    List<String> texts(String path) {
        return value(path).valueStream().map(JsonNode::stringValue).toList();
    }

    String text(String path) {
        return value(path).stringValue();
    }

    JsonNode value(String path) {
        return optional(path).orElseThrow(() -> new IllegalArgumentException("The policy has no " + path + "."));
    }

    Optional<JsonNode> optional(String path) {
        JsonNode value = merged.at("/" + path.replace('.', '/'));
        return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value);
    }

    static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
