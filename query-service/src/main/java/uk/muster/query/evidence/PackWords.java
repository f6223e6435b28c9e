package uk.muster.query.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.code.AttendanceCodes;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.query.chronology.ChronologyItem;
import uk.muster.query.penalty.PenaltyWindowLine;

/** What the printed pack says, in words; the template calls it by name. Times are Europe/London. */
public final class PackWords {

    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.UK);
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.UK);
    private static final String NOTHING = "–";

    private final EvidencePack pack;

    PackWords(EvidencePack pack) {
        this.pack = pack;
    }

    /** A day in full. */
    public String day(@Nullable LocalDate date) {
        return date == null ? NOTHING : LONG.format(date);
    }

    /** A moment, to the minute. */
    public String time(Instant at) {
        return TIME.format(at.atZone(London.ZONE));
    }

    /** Who did it, with their position. */
    public String by(@Nullable JsonNode person) {
        if (person == null || person.isNull()) {
            return NOTHING;
        }
        return person.isObject()
                ? person.path("name").asString("") + ", "
                        + person.path("position").asString("")
                : person.asString();
    }

    /** A field of an item. */
    public String of(ChronologyItem item, String name) {
        Object value = item.data().get(name);
        return value == null ? NOTHING : value.toString();
    }

    /** The reason or note of an item. */
    public String remark(ChronologyItem item) {
        for (String name : List.of("reason", "note")) {
            if (item.data().get(name) instanceof String text) {
                return text;
            }
        }
        return "";
    }

    /** A day of the certificate with the codes of its two sessions. */
    public record Day(String day, String am, String pm) {}

    /** The certificate, a day a line. */
    public List<Day> days() {
        TreeMap<LocalDate, String[]> days = new TreeMap<>();
        for (EvidencePack.Session each : pack.certificate().sessions()) {
            days.computeIfAbsent(each.date(), _ -> new String[] {"", ""})[each.session() == SessionHalf.AM ? 0 : 1] =
                    code(each);
        }
        List<Day> lines = new ArrayList<>();
        days.forEach((date, codes) -> lines.add(new Day(SHORT.format(date), codes[0], codes[1])));
        return lines;
    }

    private static String code(EvidencePack.Session session) {
        String original = session.originalCode();
        return session.code() + (original == null ? "" : " (was " + original + ")") + (session.counted() ? "" : " *");
    }

    /** A code with its meaning, and how many counted sessions have it. */
    public record Count(String code, String meaning, int sessions) {}

    /** The codes of the period. */
    public List<Count> codes() {
        return pack.certificate().byCode().entrySet().stream()
                .map(each -> new Count(
                        each.getKey(),
                        AttendanceCodes.standard().get(each.getKey()).description(),
                        each.getValue()))
                .toList();
    }

    /** A list of what happened, under a heading. */
    public record Section(String title, List<ChronologyItem> items) {}

    /** All lists but the amendments. */
    public List<Section> sections() {
        return List.of(
                new Section("Reports and contacts", pack.contacts()),
                new Section("Decisions", pack.decisions()),
                new Section("Letters and messages", pack.letters()),
                new Section("Thresholds and penalty notices", pack.penalties()),
                new Section("Admission register", pack.enrolment()));
    }

    /** The sessions that a window counts. */
    public String sessions(PenaltyWindowLine window) {
        return window.sessions().stream()
                .map(each -> each.date() + " " + each.session() + " " + each.code())
                .collect(Collectors.joining(", "));
    }

    /** What the ledger proves of it. */
    public String proof() {
        EvidencePack.Proofs proofs = pack.proofs();
        if (proofs == null) {
            return "";
        }
        if (proofs.checkpoint() == null) {
            return "The ledger has no signed checkpoint yet, so nothing of this is proven.";
        }
        return "The file proofs.ndjson of this pack has the " + proofs.events()
                + " events of the ledger behind these pages, each with the proof that it is in the signed checkpoint below."
                + " They can be checked without the school and without Muster, as README.txt says."
                + (proofs.later() == 0
                        ? ""
                        : " " + proofs.later() + " events are younger than the checkpoint and not proven here.");
    }

    /** The heading. */
    public String title() {
        return pack.purpose() == Purpose.RECORD
                ? "Educational record: attendance"
                : "Registration certificate and evidence of attendance";
    }

    /** Circumstances as they are recorded, in words. */
    public String flags(EvidencePack.Admission admission) {
        return admission.flags().isEmpty()
                ? NOTHING
                : admission.flags().stream()
                        .map(flag -> flag.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                        .collect(Collectors.joining(", "));
    }

    /** A text, or a dash. */
    public String text(@Nullable String text) {
        return text == null || text.isBlank() ? NOTHING : text;
    }

    /** What a person has to decide on before it is given. */
    public String leftOut() {
        return pack.leftOut().entrySet().stream()
                .map(each -> each.getValue() + " "
                        + each.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
    }
}
