package uk.muster.query.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.event.AbsenceEvent;
import uk.muster.kernel.event.KernelJson;
import uk.muster.kernel.event.MusterEvent;
import uk.muster.kernel.event.PupilEvent;
import uk.muster.kernel.event.PupilEvent.ContactsChanged;
import uk.muster.kernel.event.PupilEvent.EarlierSessionsImported;
import uk.muster.kernel.event.PupilEvent.Placement;
import uk.muster.kernel.event.PupilEvent.PupilAdmitted;
import uk.muster.kernel.event.PupilEvent.PupilCarriedForward;
import uk.muster.kernel.event.PupilEvent.PupilDetailsChanged;
import uk.muster.kernel.event.PupilEvent.PupilIdentity;
import uk.muster.kernel.event.PupilEvent.PupilMovedGroup;
import uk.muster.kernel.event.PupilEvent.PupilRemovedFromRoll;
import uk.muster.kernel.event.PupilEvent.VulnerabilityFlagsChanged;
import uk.muster.kernel.event.RegisterEvent;
import uk.muster.kernel.event.RegisterEvent.LateArrivalRecorded;
import uk.muster.kernel.event.RegisterEvent.Mark;
import uk.muster.kernel.event.RegisterEvent.MarkAmended;
import uk.muster.kernel.event.RegisterEvent.MarksAdded;
import uk.muster.kernel.event.RegisterEvent.RegisterTaken;
import uk.muster.kernel.event.RetentionEvent;
import uk.muster.kernel.event.SchoolEvent;
import uk.muster.kernel.event.SchoolEvent.CalendarPublished;
import uk.muster.kernel.event.SchoolEvent.PolicyProfileActivated;
import uk.muster.kernel.event.SchoolEvent.SchoolDetails;
import uk.muster.kernel.event.SchoolEvent.SchoolDetailsChanged;
import uk.muster.kernel.event.SchoolEvent.SchoolRegistered;
import uk.muster.kernel.event.SchoolEvent.UnplannedClosureDeclared;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.sealing.Sealed;
import uk.muster.query.keys.Opener;

/**
 * An event unpacked: pupils by the MIS's id, marks one by one, sealed fields opened. What says who a child or a parent is stays out: names, UPN, date
 * of birth, address, contacts. Beside it stand the proofs by which all of this can be held against the stored payload.
 */
final class EventData {

    private final Map<String, Object> fields = new LinkedHashMap<>();
    private final Set<String> proofs = new LinkedHashSet<>();
    private final Openings openings;
    private final Map<PupilNumber, PupilIdentity> identities;
    private final Shown shown;

    private EventData(Openings openings, Map<PupilNumber, PupilIdentity> identities, Shown shown) {
        this.openings = openings;
        this.identities = identities;
        this.shown = shown;
    }

    static EventData of(MusterEvent event, Openings openings, Map<PupilNumber, PupilIdentity> identities) {
        return of(event, openings, identities, Shown.EVERYTHING);
    }

    static EventData of(MusterEvent event, Openings openings, Map<PupilNumber, PupilIdentity> identities, Shown shown) {
        EventData data = new EventData(openings, identities, shown);
        switch (event) {
            case SchoolEvent e -> data.school(e);
            case PupilEvent e -> data.pupil(e);
            case RegisterEvent e -> data.register(e);
            case AbsenceEvent e -> AbsenceData.put(e, data);
            case RetentionEvent e -> RetentionData.put(e, data);
        }
        return data;
    }

    /** The pupils an event speaks of. */
    static Stream<PupilNumber> pupilsOf(MusterEvent event) {
        return switch (event) {
            case SchoolEvent e -> Stream.empty();
            case RetentionEvent e -> RetentionData.pupilsOf(e);
            case PupilEvent e -> Stream.of(e.pupil());
            case RegisterTaken e -> e.marks().stream().map(Mark::pupil);
            case MarksAdded e -> e.marks().stream().map(Mark::pupil);
            case LateArrivalRecorded e -> Stream.of(e.pupil());
            case MarkAmended e -> Stream.of(e.pupil());
            case AbsenceEvent e -> Stream.of(e.pupil());
        };
    }

    Map<String, Object> fields() {
        return fields;
    }

    /** {@code <commitment>.<salt>} of each field shown and {@code <pupil number>.<salt>} of each pupil shown, with spaces between. */
    String proofs() {
        return String.join(" ", proofs);
    }

    private void school(SchoolEvent event) {
        put("urn", event.urn());
        switch (event) {
            case SchoolRegistered e -> details(e.details());
            case SchoolDetailsChanged e -> details(e.details());
            case PolicyProfileActivated e -> {
                put("profileId", e.profileId());
                put("profileVersion", e.profileVersion());
                put("hash", e.hash());
            }
            case CalendarPublished e -> {
                put("academicYear", e.academicYear());
                put("terms", e.terms());
                put("closures", e.closures());
            }
            case UnplannedClosureDeclared e -> {
                put("id", e.closureId());
                put("date", e.date());
                put("session", e.session());
                put("code", e.extent().code());
                put("reason", text(e.reason()));
                put("author", json(e.author()));
            }
        }
    }

    private void details(SchoolDetails details) {
        put("name", details.name());
        put("laCode", details.laCode());
        put("phase", details.phase());
        put("trust", details.trust());
    }

    private void pupil(PupilEvent event) {
        put("urn", event.urn());
        put("pupilId", pupilId(event.pupil()));
        switch (event) {
            case PupilAdmitted e -> {
                placement(e.placement());
                put("admittedOn", e.admittedOn());
                put("group", e.group());
                put("groupFrom", e.groupFrom());
                put("flags", json(e.flags()));
            }
            case PupilDetailsChanged e -> placement(e.placement());
            case VulnerabilityFlagsChanged e -> put("flags", json(e.flags()));
            case ContactsChanged e -> fields.put("contacts", "changed");
            case PupilCarriedForward e -> put("flags", json(e.flags()));
            case PupilMovedGroup e -> {
                put("group", e.group());
                put("groupFrom", e.from());
            }
            case EarlierSessionsImported e -> {
                put("school", text(e.school()));
                put(
                        "sessions",
                        e.sessions().stream()
                                .map(each -> new EarlierMark(
                                        each.session().date(), each.session().half(), each.code()))
                                .toList());
                put("author", json(e.author()));
            }
            case PupilRemovedFromRoll e -> {
                put("on", e.on());
                put("ground", e.ground());
                put("circumstances", json(e.circumstances()));
                put("author", json(e.author()));
            }
        }
    }

    private void placement(Placement placement) {
        put("yearGroup", placement.yearGroup());
        put("enrolmentStatus", placement.enrolment().status());
    }

    private void register(RegisterEvent event) {
        RegisterId register = event.register();
        put("urn", register.urn());
        put("date", register.session().date());
        put("session", register.session().half());
        put("group", register.group());
        switch (event) {
            case RegisterTaken e -> {
                put("takenAt", e.takenAt());
                put("takenBy", json(e.takenBy()));
                put("marks", marks(e.marks()));
            }
            case MarksAdded e -> {
                put("takenAt", e.takenAt());
                put("takenBy", json(e.takenBy()));
                put("marks", marks(e.marks()));
            }
            case LateArrivalRecorded e -> {
                put("id", e.arrivalId());
                put("pupilId", pupilId(e.pupil()));
                put("code", e.code());
                put("arrivedAt", e.arrivedAt());
                put("minutesLate", e.minutesLate());
                put("reason", text(e.reason()));
                put("signedInBy", text(e.signedInBy()));
                put("author", json(e.author()));
            }
            case MarkAmended e -> {
                put("id", e.amendmentId());
                put("pupilId", pupilId(e.pupil()));
                put("originalCode", e.originalCode());
                put("amendedCode", e.amendedCode());
                put("minutesLate", e.minutesLate());
                put("detail", text(e.detail()));
                put("reason", text(e.reason()));
                put("author", json(e.author()));
                put("amendedAt", e.amendedAt());
                put("afterWindow", e.afterWindow());
                put("approver", json(e.approver()));
            }
        }
    }

    private List<Map<String, Object>> marks(List<Mark> marks) {
        List<Map<String, Object>> lines = new ArrayList<>(marks.size());
        for (Mark mark : marks) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("pupilId", pupilId(mark.pupil()));
            line.put("code", mark.code());
            if (mark.minutesLate() != null) {
                line.put("minutesLate", mark.minutesLate());
            }
            if (mark.detail() != null) {
                line.put("detail", shown.holds(mark.pupil()) ? text(mark.detail()) : Shown.WITHHELD);
            }
            lines.add(line);
        }
        return lines;
    }

    /** The MIS's id of a pupil. */
    String pupilId(PupilNumber pupil) {
        if (!shown.holds(pupil)) {
            return Shown.WITHHELD;
        }
        PupilIdentity identity = identities.get(pupil);
        if (identity == null) {
            return Opener.ERASED;
        }
        proofs.add(pupil + "." + identity.salt());
        return identity.pupilId();
    }

    /** A sealed text opened; null for a field that was never there. */
    @Nullable
    String text(@Nullable Sealed field) {
        if (field == null) {
            return null;
        }
        return !shown.texts()
                ? Shown.WITHHELD
                : openings.open(field)
                        .map(opening -> {
                            proofs.add(opening.proof());
                            return opening.text();
                        })
                        .orElse(Opener.ERASED);
    }

    /** A sealed JSON value opened; null for a field that was never there. */
    @Nullable
    Object json(@Nullable Sealed field) {
        if (field == null) {
            return null;
        }
        if (!shown.texts()) {
            return Shown.WITHHELD;
        }
        return openings.open(field)
                .<Object>map(opening -> {
                    proofs.add(opening.proof());
                    return KernelJson.mapper().readTree(opening.text());
                })
                .orElse(Opener.ERASED);
    }

    /** Adds a field; none for null. */
    void put(String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    private record EarlierMark(LocalDate date, SessionHalf session, String code) {}
}
