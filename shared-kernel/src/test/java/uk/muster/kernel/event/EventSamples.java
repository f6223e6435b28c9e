package uk.muster.kernel.event;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import uk.muster.kernel.calendar.Closure;
import uk.muster.kernel.calendar.ClosureKind;
import uk.muster.kernel.calendar.Term;
import uk.muster.kernel.calendar.UnplannedClosure;
import uk.muster.kernel.code.CompulsoryAge;
import uk.muster.kernel.code.Enrolment;
import uk.muster.kernel.event.AbsenceEvent.AbsenceDecided;
import uk.muster.kernel.event.AbsenceEvent.AbsenceReported;
import uk.muster.kernel.event.AbsenceEvent.Channel;
import uk.muster.kernel.event.AbsenceEvent.ContactAttempted;
import uk.muster.kernel.event.AbsenceEvent.Destination;
import uk.muster.kernel.event.AbsenceEvent.EntryCorrected;
import uk.muster.kernel.event.AbsenceEvent.HomeVisitRecorded;
import uk.muster.kernel.event.AbsenceEvent.Outcome;
import uk.muster.kernel.event.AbsenceEvent.Purpose;
import uk.muster.kernel.event.AbsenceEvent.RiskAssessed;
import uk.muster.kernel.event.AbsenceEvent.SafeguardingEscalated;
import uk.muster.kernel.event.AbsenceEvent.SicknessForecast;
import uk.muster.kernel.event.AbsenceEvent.VisitOutcome;
import uk.muster.kernel.event.FollowUpEvent.Delivery;
import uk.muster.kernel.event.FollowUpEvent.Ending;
import uk.muster.kernel.event.FollowUpEvent.FollowUpCancelled;
import uk.muster.kernel.event.FollowUpEvent.FollowUpDecided;
import uk.muster.kernel.event.FollowUpEvent.FollowUpDone;
import uk.muster.kernel.event.FollowUpEvent.FollowUpDue;
import uk.muster.kernel.event.FollowUpEvent.Lapse;
import uk.muster.kernel.event.FollowUpEvent.NotificationRaised;
import uk.muster.kernel.event.FollowUpEvent.NotificationSettled;
import uk.muster.kernel.event.FollowUpEvent.Recipient;
import uk.muster.kernel.event.FollowUpEvent.TaskDecision;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.kernel.event.FollowUpEvent.UnexplainedAbsenceEnded;
import uk.muster.kernel.event.FollowUpEvent.UnexplainedAbsenceOpened;
import uk.muster.kernel.event.PenaltyEvent.ImprovementOutcome;
import uk.muster.kernel.event.PenaltyEvent.NoticeKind;
import uk.muster.kernel.event.PenaltyEvent.NoticeTerms;
import uk.muster.kernel.event.PenaltyEvent.NoticeToImproveConcluded;
import uk.muster.kernel.event.PenaltyEvent.NoticeToImproveGiven;
import uk.muster.kernel.event.PenaltyEvent.PenaltyNoticeIssued;
import uk.muster.kernel.event.PenaltyEvent.PenaltyNoticePaid;
import uk.muster.kernel.event.PenaltyEvent.PenaltyNoticeProsecuted;
import uk.muster.kernel.event.PenaltyEvent.PenaltyNoticeReceived;
import uk.muster.kernel.event.PenaltyEvent.PenaltyNoticeWithdrawn;
import uk.muster.kernel.event.PenaltyEvent.Proceedings;
import uk.muster.kernel.event.PupilEvent.ContactsChanged;
import uk.muster.kernel.event.PupilEvent.EarlierSession;
import uk.muster.kernel.event.PupilEvent.EarlierSessionsImported;
import uk.muster.kernel.event.PupilEvent.Placement;
import uk.muster.kernel.event.PupilEvent.PupilAdmitted;
import uk.muster.kernel.event.PupilEvent.PupilCarriedForward;
import uk.muster.kernel.event.PupilEvent.PupilDetailsChanged;
import uk.muster.kernel.event.PupilEvent.PupilMovedGroup;
import uk.muster.kernel.event.PupilEvent.PupilRemovedFromRoll;
import uk.muster.kernel.event.PupilEvent.VulnerabilityFlagsChanged;
import uk.muster.kernel.event.RegisterEvent.LateArrivalRecorded;
import uk.muster.kernel.event.RegisterEvent.Mark;
import uk.muster.kernel.event.RegisterEvent.MarkAmended;
import uk.muster.kernel.event.RegisterEvent.MarksAdded;
import uk.muster.kernel.event.RegisterEvent.RegisterTaken;
import uk.muster.kernel.event.RetentionEvent.DisposalConfirmed;
import uk.muster.kernel.event.RetentionEvent.HoldKind;
import uk.muster.kernel.event.RetentionEvent.HoldPlaced;
import uk.muster.kernel.event.RetentionEvent.HoldReleased;
import uk.muster.kernel.event.RetentionEvent.KeysDestroyed;
import uk.muster.kernel.event.SchoolEvent.CalendarPublished;
import uk.muster.kernel.event.SchoolEvent.Phase;
import uk.muster.kernel.event.SchoolEvent.PolicyProfileActivated;
import uk.muster.kernel.event.SchoolEvent.SchoolDetails;
import uk.muster.kernel.event.SchoolEvent.SchoolDetailsChanged;
import uk.muster.kernel.event.SchoolEvent.SchoolRegistered;
import uk.muster.kernel.event.SchoolEvent.UnplannedClosureDeclared;
import uk.muster.kernel.event.ThresholdEvent.CountedSession;
import uk.muster.kernel.event.ThresholdEvent.ThresholdMet;
import uk.muster.kernel.event.ThresholdEvent.ThresholdRetracted;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.policy.Modality;
import uk.muster.kernel.policy.NoticePolicy.CountedFrom;
import uk.muster.kernel.policy.NoticePolicy.Issuer;
import uk.muster.kernel.policy.PenaltyPolicy.Effect;
import uk.muster.kernel.sealing.Sealed;

/** What the files in {@code event-samples} say, one for each type an event was ever stored under. */
final class EventSamples {

    private static final Urn URN = new Urn(900_001);
    private static final PupilNumber FIRST = new PupilNumber("kP3nYw0uVd9-Qb1_ZxAa");
    private static final PupilNumber SECOND = new PupilNumber("Zz8mTq4RcE7hJ2sLfGoB");
    private static final RegisterId REGISTER =
            new RegisterId(URN, new SessionKey(day("2026-09-07"), SessionHalf.AM), new GroupId("3A"));
    private static final Placement PLACEMENT = new Placement(
            "q0V5y1m6s2Jt8hD3xK7wR4uN9bC0fG5zL1pE6aT2oIk",
            "4",
            Enrolment.MAIN,
            new CompulsoryAge(day("2022-12-31"), day("2034-06-30")));

    private EventSamples() {}

    static MusterEvent of(String type) {
        return switch (type) {
            case "school-registered.v1" ->
                new SchoolRegistered(URN, new SchoolDetails("Ash Green", "810", Phase.PRIMARY, "hope"));
            case "school-details-changed.v1" ->
                new SchoolDetailsChanged(URN, new SchoolDetails("Ash Green Academy", "810", Phase.ALL_THROUGH, null));
            case "policy-profile-activated.v1" ->
                new PolicyProfileActivated(
                        URN,
                        "hcat",
                        "2025-09-01",
                        "0123456789abcdef",
                        KernelJson.mapper()
                                .readTree(
                                        "{\"sessions\":{\"am\":{\"late_from\":\"09:00\",\"late_code_used\":true}},\"bands\":{\"pa_pct\":90.0}}"),
                        sealed("people"));
            case "calendar-published.v1" ->
                new CalendarPublished(
                        URN,
                        new AcademicYear(2026),
                        List.of(new Term("Autumn 1", day("2026-09-02"), day("2026-10-23"))),
                        List.of(
                                new Closure(day("2026-09-02"), ClosureKind.INSET, null),
                                new Closure(day("2026-10-23"), ClosureKind.OCCASIONAL, SessionHalf.PM)));
            case "unplanned-closure-declared.v1" ->
                new UnplannedClosureDeclared(
                        URN,
                        id(1),
                        day("2026-11-19"),
                        SessionHalf.PM,
                        UnplannedClosure.Extent.WHOLE,
                        sealed("snow"),
                        sealed("author"));
            case "pupil-admitted.v1" ->
                new PupilAdmitted(
                        URN,
                        FIRST,
                        sealed("identity"),
                        PLACEMENT,
                        sealed("details"),
                        sealed("contacts"),
                        sealed("flags"),
                        day("2026-09-01"),
                        new GroupId("3A"),
                        day("2026-09-07"));
            case "pupil-details-changed.v1" -> new PupilDetailsChanged(URN, FIRST, PLACEMENT, sealed("details"));
            case "vulnerability-flags-changed.v1" -> new VulnerabilityFlagsChanged(URN, FIRST, sealed("flags"));
            case "contacts-changed.v1" -> new ContactsChanged(URN, FIRST, sealed("contacts"));
            case "pupil-moved-group.v1" -> new PupilMovedGroup(URN, FIRST, new GroupId("3B"), day("2026-10-05"));
            case "earlier-sessions-imported.v1" ->
                new EarlierSessionsImported(
                        URN,
                        FIRST,
                        sealed("school"),
                        List.of(
                                new EarlierSession(new SessionKey(day("2026-06-30"), SessionHalf.AM), "O"),
                                new EarlierSession(new SessionKey(day("2026-06-30"), SessionHalf.PM), "\\")),
                        sealed("author"));
            case "pupil-removed-from-roll.v1" ->
                new PupilRemovedFromRoll(URN, FIRST, day("2026-10-01"), "a", sealed("circumstances"), sealed("author"));
            case "register-taken.v1" ->
                new RegisterTaken(
                        REGISTER,
                        Instant.parse("2026-09-07T07:55:00Z"),
                        sealed("taken by"),
                        List.of(
                                new Mark(FIRST, "/", null, null),
                                new Mark(SECOND, "L", 12, null),
                                new Mark(new PupilNumber("AAAAAAAAAAAAAAAAAAAA"), "K", null, sealed("detail"))));
            case "marks-added.v1" ->
                new MarksAdded(
                        REGISTER,
                        Instant.parse("2026-09-07T08:10:30.123456Z"),
                        sealed("taken by"),
                        List.of(new Mark(SECOND, "\\", null, null)));
            case "late-arrival-recorded.v1" ->
                new LateArrivalRecorded(
                        REGISTER,
                        id(2),
                        FIRST,
                        "U",
                        Instant.parse("2026-09-07T08:40:00Z"),
                        40,
                        sealed("reason"),
                        sealed("signed in by"),
                        sealed("author"));
            case "mark-amended.v1" ->
                new MarkAmended(
                        REGISTER,
                        id(3),
                        FIRST,
                        "N",
                        "L",
                        12,
                        sealed("detail"),
                        sealed("reason"),
                        sealed("author"),
                        Instant.parse("2026-09-15T08:00:00Z"),
                        true,
                        sealed("approver"));
            case "absence-reported.v1" ->
                new AbsenceReported(
                        URN,
                        FIRST,
                        id(4),
                        sealed("reported by"),
                        Channel.VOICEMAIL,
                        Instant.parse("2026-09-07T07:12:00Z"),
                        sealed("reason"),
                        day("2026-09-07"),
                        day("2026-09-09"),
                        true,
                        null,
                        sealed("author"));
            case "absence-decided.v1" ->
                new AbsenceDecided(
                        URN,
                        FIRST,
                        id(5),
                        new SessionKey(day("2026-09-07"), SessionHalf.AM),
                        new SessionKey(day("2026-09-08"), SessionHalf.PM),
                        "I",
                        4,
                        sealed("reason"),
                        sealed("author"));
            case "contact-attempted.v1" ->
                new ContactAttempted(
                        URN,
                        FIRST,
                        id(6),
                        Instant.parse("2026-09-07T08:20:00Z"),
                        Channel.PHONE,
                        "c1",
                        Outcome.NO_ANSWER,
                        Purpose.FIRST_DAY,
                        sealed("note"),
                        sealed("author"));
            case "home-visit-recorded.v1" ->
                new HomeVisitRecorded(
                        URN,
                        FIRST,
                        id(7),
                        Instant.parse("2026-09-08T13:20:00Z"),
                        sealed("visitors"),
                        2,
                        true,
                        VisitOutcome.SPOKE_TO_ADULT,
                        sealed("note"),
                        sealed("author"));
            case "risk-assessed.v1" ->
                new RiskAssessed(
                        URN,
                        FIRST,
                        id(8),
                        Instant.parse("2026-09-08T09:20:00Z"),
                        sealed("factors"),
                        true,
                        sealed("author"));
            case "safeguarding-escalated.v1" ->
                new SafeguardingEscalated(
                        URN,
                        FIRST,
                        id(9),
                        Instant.parse("2026-09-08T14:00:00Z"),
                        Destination.SOCIAL_CARE,
                        sealed("reason"),
                        sealed("author"));
            case "sickness-forecast.v1" ->
                new SicknessForecast(URN, FIRST, id(10), day("2026-09-14"), 20, sealed("author"));
            case "absence-entry-corrected.v1" -> new EntryCorrected(URN, SECOND, id(6), id(11), true, sealed("author"));
            case "unexplained-absence-opened.v1" ->
                new UnexplainedAbsenceOpened(
                        URN,
                        FIRST,
                        id(12),
                        new SessionKey(day("2026-09-07"), SessionHalf.AM),
                        Instant.parse("2026-09-07T08:45:00Z"));
            case "unexplained-absence-ended.v1" ->
                new UnexplainedAbsenceEnded(URN, FIRST, id(12), Ending.RETURNED, Instant.parse("2026-09-14T23:00:00Z"));
            case "follow-up-due.v1" ->
                new FollowUpDue(
                        URN,
                        FIRST,
                        id(13),
                        "d2-visit",
                        TaskKind.VISIT,
                        Modality.MUST_CONSIDER,
                        day("2026-09-08"),
                        2,
                        List.of("home_visit", "record"),
                        Instant.parse("2026-09-08T08:30:00Z"),
                        Instant.parse("2026-09-08T14:15:00Z"));
            case "follow-up-done.v1" -> new FollowUpDone(URN, FIRST, id(13), id(7));
            case "follow-up-decided.v1" ->
                new FollowUpDecided(URN, FIRST, id(13), TaskDecision.DECLINED, sealed("reason"), sealed("author"));
            case "follow-up-cancelled.v1" -> new FollowUpCancelled(URN, FIRST, id(13), Lapse.CONTACT_MADE);
            case "notification-raised.v1" ->
                new NotificationRaised(
                        URN,
                        FIRST,
                        id(14),
                        id(12),
                        Recipient.SOCIAL_WORKER,
                        new SessionKey(day("2026-09-07"), SessionHalf.AM),
                        sealed("address"));
            case "notification-settled.v1" ->
                new NotificationSettled(
                        URN, FIRST, id(14), Delivery.SENT, Instant.parse("2026-09-07T08:45:30.123456Z"));
            case "threshold-met.v1" ->
                new ThresholdMet(
                        URN,
                        FIRST,
                        id(15),
                        "national",
                        Effect.MUST_CONSIDER_PENALTY,
                        List.of(
                                new CountedSession(new SessionKey(day("2026-07-20"), SessionHalf.PM), "G", null),
                                new CountedSession(new SessionKey(day("2026-09-07"), SessionHalf.AM), "N", URN)),
                        day("2026-09-07"));
            case "threshold-retracted.v1" ->
                new ThresholdRetracted(
                        URN,
                        FIRST,
                        id(16),
                        id(15),
                        "national",
                        day("2026-09-09"),
                        List.of(new SessionKey(day("2026-09-07"), SessionHalf.AM)));
            case "penalty-notice-issued.v1" ->
                new PenaltyNoticeIssued(
                        URN,
                        FIRST,
                        id(15),
                        "c1",
                        sealed("parent"),
                        NoticeKind.NATIONAL,
                        day("2026-10-05"),
                        Issuer.HEAD,
                        1,
                        new NoticeTerms(
                                BigDecimal.valueOf(80), 21, BigDecimal.valueOf(160), 28, CountedFrom.RECEIPT, true),
                        true,
                        day("2026-10-07"),
                        sealed("check"),
                        sealed("support"),
                        sealed("considerations"),
                        sealed("author"));
            case "penalty-notice-received.v1" ->
                new PenaltyNoticeReceived(URN, FIRST, id(16), id(15), day("2026-10-07"), sealed("author"));
            case "penalty-notice-paid.v1" ->
                new PenaltyNoticePaid(
                        URN,
                        FIRST,
                        id(17),
                        id(15),
                        day("2026-10-20"),
                        new BigDecimal("62.50"),
                        sealed("reason"),
                        sealed("author"));
            case "penalty-notice-withdrawn.v1" ->
                new PenaltyNoticeWithdrawn(
                        URN, FIRST, id(18), id(15), day("2026-10-21"), sealed("reason"), sealed("author"));
            case "penalty-notice-prosecuted.v1" ->
                new PenaltyNoticeProsecuted(
                        URN,
                        FIRST,
                        id(19),
                        id(15),
                        day("2026-12-01"),
                        Proceedings.ACQUITTED,
                        sealed("reason"),
                        sealed("author"));
            case "notice-to-improve-given.v1" ->
                new NoticeToImproveGiven(
                        URN,
                        FIRST,
                        id(20),
                        "c1",
                        sealed("parent"),
                        day("2026-09-28"),
                        day("2026-10-25"),
                        4,
                        List.of("attendance_record", "warning"),
                        sealed("author"));
            case "notice-to-improve-concluded.v1" ->
                new NoticeToImproveConcluded(
                        URN, FIRST, id(21), id(20), ImprovementOutcome.IMPROVED, sealed("reason"), sealed("author"));
            case "pupil-carried-forward.v1" ->
                new PupilCarriedForward(
                        URN, FIRST, sealed("identity"), sealed("details"), sealed("contacts"), sealed("flags"));
            case "hold-placed.v1" ->
                new HoldPlaced(
                        URN,
                        id(22),
                        HoldKind.LITIGATION,
                        FIRST,
                        new AcademicYear(2026),
                        day("2033-07-20"),
                        sealed("reason"),
                        sealed("author"));
            case "hold-released.v1" -> new HoldReleased(URN, id(22), sealed("reason"), sealed("author"));
            case "disposal-confirmed.v1" ->
                new DisposalConfirmed(
                        URN, id(23), new AcademicYear(2026), 6, List.of(FIRST, SECOND), true, sealed("author"));
            case "keys-destroyed.v1" -> new KeysDestroyed(URN, id(23), new AcademicYear(2026), 3, List.of(SECOND));
            default -> throw new AssertionError("There is no sample of " + type + ".");
        };
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    private static UUID id(int number) {
        return new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L + number);
    }

    /** The form of a token, and nothing that could be opened. */
    private static Sealed sealed(String what) {
        return new Sealed("1.2s." + what.replace(' ', '-') + "-in-a-box." + what.replace(' ', '_') + "_commitment");
    }
}
