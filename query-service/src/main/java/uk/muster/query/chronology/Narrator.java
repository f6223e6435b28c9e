package uk.muster.query.chronology;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.event.AbsenceEvent;
import uk.muster.kernel.event.MusterEvent;
import uk.muster.kernel.event.PupilEvent;
import uk.muster.kernel.event.PupilEvent.ContactsChanged;
import uk.muster.kernel.event.PupilEvent.EarlierSessionsImported;
import uk.muster.kernel.event.PupilEvent.PupilAdmitted;
import uk.muster.kernel.event.PupilEvent.PupilCarriedForward;
import uk.muster.kernel.event.PupilEvent.PupilDetailsChanged;
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
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.sealing.Sealed;
import uk.muster.query.keys.Opener;
import uk.muster.query.register.SpecialCategory;

/** Puts happenings into words, opening what is sealed as far as the caller may read it. */
final class Narrator {

    private final Opener opener;
    private final Sight sight;
    private final AbsenceNarrator absences;

    /** @param now by which something is overdue or is not */
    Narrator(Opener opener, Sight sight, Instant now) {
        this.opener = opener;
        this.sight = sight;
        this.absences = new AbsenceNarrator(opener, sight, now);
    }

    ChronologyItem tell(Happening happening) {
        MusterEvent event = happening.event();
        return switch (event) {
            case RegisterEvent e -> tell(happening, e);
            case PupilEvent e -> tell(happening, e);
            case AbsenceEvent e -> item(happening, absences.tell(e, happening.sequel()));
            case SchoolEvent _, RetentionEvent _ ->
                throw new IllegalStateException("A school's facts are in no pupil's chronology.");
        };
    }

    private ChronologyItem tell(Happening happening, RegisterEvent event) {
        return switch (event) {
            case RegisterTaken e -> mark(happening, e.register(), e.takenBy());
            case MarksAdded e -> mark(happening, e.register(), e.takenBy());
            case LateArrivalRecorded e -> arrival(happening, e);
            case MarkAmended e -> amendment(happening, e);
        };
    }

    private ChronologyItem tell(Happening happening, PupilEvent event) {
        return switch (event) {
            case PupilAdmitted e ->
                enrolment(
                        happening,
                        null,
                        "Admitted on " + e.admittedOn() + ", in " + e.group() + " from " + e.groupFrom(),
                        new Data("event", "ADMITTED")
                                .with("on", e.admittedOn())
                                .with("group", e.group())
                                .with("groupFrom", e.groupFrom()));
            case PupilMovedGroup e ->
                enrolment(
                        happening,
                        null,
                        "In " + e.group() + " from " + e.from(),
                        new Data("event", "MOVED").with("group", e.group()).with("groupFrom", e.from()));
            case PupilRemovedFromRoll e ->
                enrolment(
                        happening,
                        e.author(),
                        "Removed from roll, last day " + e.on() + ", ground " + e.ground(),
                        new Data("event", "REMOVED").with("on", e.on()).with("ground", e.ground()));
            case EarlierSessionsImported e ->
                enrolment(
                        happening,
                        e.author(),
                        e.sessions().size() + " sessions of an earlier school imported",
                        new Data("event", "EARLIER_SESSIONS")
                                .with("school", opener.shown(e.school()))
                                .with("sessions", e.sessions().size()));
            case PupilDetailsChanged e -> throw noHappening();
            case ContactsChanged e -> throw noHappening();
            case VulnerabilityFlagsChanged e -> throw noHappening();
            case PupilCarriedForward e -> throw noHappening();
        };
    }

    private ChronologyItem mark(Happening happening, RegisterId register, Sealed by) {
        Mark mark = Objects.requireNonNull(happening.mark());
        return item(
                happening,
                happening.fact().event().toString(),
                by,
                place(register) + ": " + mark.code() + late(mark.minutesLate()),
                data(register)
                        .with("code", mark.code())
                        .with("minutesLate", mark.minutesLate())
                        .with("detail", detail(mark.detail(), mark.code())));
    }

    private ChronologyItem arrival(Happening happening, LateArrivalRecorded e) {
        return item(
                happening,
                e.arrivalId().toString(),
                e.author(),
                place(e.register()) + ": arrived, " + e.code() + late(e.minutesLate()),
                data(e.register())
                        .with("code", e.code())
                        .with("minutesLate", e.minutesLate())
                        .with("reason", opener.shown(e.reason()))
                        .with("signedInBy", opener.shown(e.signedInBy())));
    }

    private ChronologyItem amendment(Happening happening, MarkAmended e) {
        return item(
                happening,
                e.amendmentId().toString(),
                e.author(),
                place(e.register()) + ": " + e.originalCode() + " amended to " + e.amendedCode()
                        + late(e.minutesLate()),
                data(e.register())
                        .with("originalCode", e.originalCode())
                        .with("amendedCode", e.amendedCode())
                        .with("minutesLate", e.minutesLate())
                        .with("detail", detail(e.detail(), e.amendedCode()))
                        .with("reason", opener.shown(e.reason()))
                        .with("afterWindow", e.afterWindow())
                        .with("approver", opener.json(e.approver())));
    }

    private ChronologyItem enrolment(Happening happening, @Nullable Sealed by, String summary, Data data) {
        return item(happening, happening.fact().event().toString(), by, summary, data);
    }

    private ChronologyItem item(Happening happening, String id, @Nullable Sealed by, String summary, Data data) {
        return item(happening, new Telling(id, by, summary, data));
    }

    private ChronologyItem item(Happening happening, Telling telling) {
        return new ChronologyItem(
                telling.id(),
                happening.kind(),
                happening.at(),
                happening.fact().recordedAt(),
                opener.json(telling.by()),
                telling.summary(),
                telling.data().fields());
    }

    private @Nullable String detail(@Nullable Sealed detail, String code) {
        return opener.shown(SpecialCategory.readable(detail, code, sight.special()));
    }

    private static Data data(RegisterId register) {
        return new Data("registerId", register)
                .with("date", register.session().date())
                .with("session", register.session().half())
                .with("group", register.group());
    }

    private static String place(RegisterId register) {
        return register.session().date() + " " + register.session().half() + ", " + register.group();
    }

    private static String late(@Nullable Integer minutes) {
        if (minutes == null) {
            return "";
        }
        return minutes == 1 ? ", 1 minute late" : ", " + minutes + " minutes late";
    }

    private static IllegalStateException noHappening() {
        return new IllegalStateException("A change of details is not told in a chronology.");
    }
}
