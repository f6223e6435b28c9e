package uk.muster.kernel.event;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;

/**
 * The name and version under which each event is stored, for ever. A class may be renamed or moved; a name here may not. A changed shape
 * gets a new version, and the old one an upcaster.
 */
public final class EventTypes {

    private static final Map<String, Class<? extends MusterEvent>> CLASSES = Map.ofEntries(
            Map.entry("school-registered.v1", SchoolEvent.SchoolRegistered.class),
            Map.entry("school-details-changed.v1", SchoolEvent.SchoolDetailsChanged.class),
            Map.entry("policy-profile-activated.v1", SchoolEvent.PolicyProfileActivated.class),
            Map.entry("calendar-published.v1", SchoolEvent.CalendarPublished.class),
            Map.entry("unplanned-closure-declared.v1", SchoolEvent.UnplannedClosureDeclared.class),
            Map.entry("pupil-admitted.v1", PupilEvent.PupilAdmitted.class),
            Map.entry("pupil-details-changed.v1", PupilEvent.PupilDetailsChanged.class),
            Map.entry("vulnerability-flags-changed.v1", PupilEvent.VulnerabilityFlagsChanged.class),
            Map.entry("contacts-changed.v1", PupilEvent.ContactsChanged.class),
            Map.entry("pupil-moved-group.v1", PupilEvent.PupilMovedGroup.class),
            Map.entry("earlier-sessions-imported.v1", PupilEvent.EarlierSessionsImported.class),
            Map.entry("pupil-removed-from-roll.v1", PupilEvent.PupilRemovedFromRoll.class),
            Map.entry("pupil-carried-forward.v1", PupilEvent.PupilCarriedForward.class),
            Map.entry("register-taken.v1", RegisterEvent.RegisterTaken.class),
            Map.entry("marks-added.v1", RegisterEvent.MarksAdded.class),
            Map.entry("late-arrival-recorded.v1", RegisterEvent.LateArrivalRecorded.class),
            Map.entry("mark-amended.v1", RegisterEvent.MarkAmended.class),
            Map.entry("absence-reported.v1", AbsenceEvent.AbsenceReported.class),
            Map.entry("absence-decided.v1", AbsenceEvent.AbsenceDecided.class),
            Map.entry("contact-attempted.v1", AbsenceEvent.ContactAttempted.class),
            Map.entry("home-visit-recorded.v1", AbsenceEvent.HomeVisitRecorded.class),
            Map.entry("risk-assessed.v1", AbsenceEvent.RiskAssessed.class),
            Map.entry("safeguarding-escalated.v1", AbsenceEvent.SafeguardingEscalated.class),
            Map.entry("sickness-forecast.v1", AbsenceEvent.SicknessForecast.class),
            Map.entry("absence-entry-corrected.v1", AbsenceEvent.EntryCorrected.class),
            Map.entry("unexplained-absence-opened.v1", FollowUpEvent.UnexplainedAbsenceOpened.class),
            Map.entry("unexplained-absence-ended.v1", FollowUpEvent.UnexplainedAbsenceEnded.class),
            Map.entry("follow-up-due.v1", FollowUpEvent.FollowUpDue.class),
            Map.entry("follow-up-done.v1", FollowUpEvent.FollowUpDone.class),
            Map.entry("follow-up-decided.v1", FollowUpEvent.FollowUpDecided.class),
            Map.entry("follow-up-cancelled.v1", FollowUpEvent.FollowUpCancelled.class),
            Map.entry("notification-raised.v1", FollowUpEvent.NotificationRaised.class),
            Map.entry("notification-settled.v1", FollowUpEvent.NotificationSettled.class),
            Map.entry("threshold-met.v1", ThresholdEvent.ThresholdMet.class),
            Map.entry("threshold-retracted.v1", ThresholdEvent.ThresholdRetracted.class),
            Map.entry("penalty-notice-issued.v1", PenaltyEvent.PenaltyNoticeIssued.class),
            Map.entry("penalty-notice-received.v1", PenaltyEvent.PenaltyNoticeReceived.class),
            Map.entry("penalty-notice-paid.v1", PenaltyEvent.PenaltyNoticePaid.class),
            Map.entry("penalty-notice-withdrawn.v1", PenaltyEvent.PenaltyNoticeWithdrawn.class),
            Map.entry("penalty-notice-prosecuted.v1", PenaltyEvent.PenaltyNoticeProsecuted.class),
            Map.entry("notice-to-improve-given.v1", PenaltyEvent.NoticeToImproveGiven.class),
            Map.entry("notice-to-improve-concluded.v1", PenaltyEvent.NoticeToImproveConcluded.class),
            Map.entry("hold-placed.v1", RetentionEvent.HoldPlaced.class),
            Map.entry("hold-released.v1", RetentionEvent.HoldReleased.class),
            Map.entry("disposal-confirmed.v1", RetentionEvent.DisposalConfirmed.class),
            Map.entry("keys-destroyed.v1", RetentionEvent.KeysDestroyed.class));

    private static final Map<Class<? extends MusterEvent>, String> NAMES =
            CLASSES.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    private EventTypes() {}

    /** Every name an event was ever stored under. */
    public static Iterable<String> names() {
        return CLASSES.keySet();
    }

    /** The name and version an event is stored under. */
    public static String nameOf(MusterEvent event) {
        return required(NAMES::get, event.getClass(), "An event of a class without a stored name");
    }

    /**
     * The class of what is stored under a name and version.
     *
     * @throws IllegalStateException when nothing was ever stored under it
     */
    public static Class<? extends MusterEvent> classOf(String type) {
        return required(CLASSES::get, type, "An event of an unknown type");
    }

    /** The stored form: compact JSON in UTF-8. */
    public static byte[] write(MusterEvent event) {
        return KernelJson.mapper().writeValueAsBytes(event);
    }

    /**
     * The event again.
     *
     * @throws IllegalStateException when the type was never stored by any version of Muster, or the payload is not of that type
     */
    public static MusterEvent read(String type, byte[] payload) {
        try {
            return KernelJson.mapper().readValue(payload, classOf(type));
        } catch (JacksonException e) {
            throw new IllegalStateException("A stored event of type " + type + " can't be read.", e);
        }
    }

    private static <K, V> V required(Function<K, V> lookUp, K key, String otherwise) {
        V value = lookUp.apply(key);
        if (value == null) {
            throw new IllegalStateException(otherwise + " was met: " + key + ".");
        }
        return value;
    }
}
