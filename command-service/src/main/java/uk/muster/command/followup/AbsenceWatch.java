package uk.muster.command.followup;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import uk.muster.command.absence.AbsenceCommand.AbsenceStream;
import uk.muster.command.absence.AbsentMarks;
import uk.muster.command.absence.AbsentMarks.AbsentMark;
import uk.muster.command.absence.AbsentMarks.Seen;
import uk.muster.command.notify.Outbox;
import uk.muster.command.roll.RollBook;
import uk.muster.command.school.SchoolBook;
import uk.muster.kernel.absence.AbsentTotals;
import uk.muster.kernel.absence.AbsentTotals.Since;
import uk.muster.kernel.absence.KnownMark;
import uk.muster.kernel.absence.Reports;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.event.AbsenceEvent;
import uk.muster.kernel.event.AbsenceEvent.AbsenceDecided;
import uk.muster.kernel.event.AbsenceEvent.AbsenceReported;
import uk.muster.kernel.event.AbsenceEvent.ContactAttempted;
import uk.muster.kernel.event.AbsenceEvent.EntryCorrected;
import uk.muster.kernel.event.AbsenceEvent.HomeVisitRecorded;
import uk.muster.kernel.event.AbsenceEvent.RiskAssessed;
import uk.muster.kernel.event.AbsenceEvent.SafeguardingEscalated;
import uk.muster.kernel.event.AbsenceEvent.SicknessForecast;
import uk.muster.kernel.event.FollowUpEvent.Delivery;
import uk.muster.kernel.event.FollowUpEvent.FollowUpCancelled;
import uk.muster.kernel.event.FollowUpEvent.FollowUpDecided;
import uk.muster.kernel.event.FollowUpEvent.FollowUpDone;
import uk.muster.kernel.event.FollowUpEvent.FollowUpDue;
import uk.muster.kernel.event.FollowUpEvent.NotificationRaised;
import uk.muster.kernel.event.FollowUpEvent.NotificationSettled;
import uk.muster.kernel.event.FollowUpEvent.UnexplainedAbsenceEnded;
import uk.muster.kernel.event.FollowUpEvent.UnexplainedAbsenceOpened;
import uk.muster.kernel.event.MusterEvent;
import uk.muster.kernel.event.PenaltyEvent;
import uk.muster.kernel.event.PupilEvent.EarlierSessionsImported;
import uk.muster.kernel.event.PupilEvent.PupilRemovedFromRoll;
import uk.muster.kernel.event.RegisterEvent;
import uk.muster.kernel.event.RegisterEvent.LateArrivalRecorded;
import uk.muster.kernel.event.RegisterEvent.Mark;
import uk.muster.kernel.event.RegisterEvent.MarkAmended;
import uk.muster.kernel.event.RegisterEvent.MarksAdded;
import uk.muster.kernel.event.RegisterEvent.RegisterTaken;
import uk.muster.kernel.event.ThresholdEvent;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.identity.Urn;

/**
 * Watches the ledger for what can change what is due about an absence: an unexplained mark, any mark of a pupil whose absence is unexplained, an
 * amendment, absences and late marks that add up, what people did, and a name that is deleted. Nine marks in ten cost a look-up in memory. What follows is done once for a batch of events,
 * before the batch's place is stored, so that after a crash it is done again, which changes nothing.
 */
public final class AbsenceWatch {

    private static final String UNEXPLAINED = "N";
    private static final long NOWHERE = -2;
    private static final String BATCH = "muster.absence-watch";

    private final FollowUps followUps;
    private final AbsentMarks absent;
    private final NearLimits limits;
    private final OpenCases open;
    private final Outbox outbox;
    private final SchoolBook schools;
    private final RollBook roll;
    private final InstantSource clock;
    private long last = NOWHERE;

    AbsenceWatch(
            FollowUps followUps,
            AbsentMarks absent,
            OpenCases open,
            Outbox outbox,
            SchoolBook schools,
            RollBook roll,
            InstantSource clock) {
        this.followUps = followUps;
        this.absent = absent;
        this.limits = new NearLimits(absent::count);
        this.open = open;
        this.outbox = outbox;
        this.schools = schools;
        this.roll = roll;
        this.clock = clock;
    }

    /** What a batch of events gives to do. */
    private static final class Batch {
        private final List<Seen> seen = new ArrayList<>();
        private final Set<AbsenceStream> looks = new LinkedHashSet<>();
        private final Map<AbsenceStream, AbsentTotals> counted = new LinkedHashMap<>();
        private final List<NotificationRaised> notifications = new ArrayList<>();
    }

    /** Sees every event, also those that change nothing here: a place that is missing says that another instance read on meanwhile. */
    @EventHandler
    void on(MusterEvent event, @Timestamp Instant recordedAt, TrackingToken token, UnitOfWork<?> work) {
        long position = token.position().orElseThrow();
        if (position != last + 1) {
            open.read();
            limits.forget();
        }
        last = position;
        Batch batch = batch(work);
        switch (event) {
            case RegisterEvent e -> register(batch, e, recordedAt, position);
            case AbsenceEvent e -> absence(batch, e);
            case EarlierSessionsImported e -> batch.looks.add(stream(e.urn(), e.pupil()));
            case PupilRemovedFromRoll e -> batch.looks.add(stream(e.urn(), e.pupil()));
            default -> {}
        }
    }

    private void register(Batch batch, RegisterEvent event, Instant recordedAt, long position) {
        switch (event) {
            case RegisterTaken e -> e.marks().forEach(mark -> first(batch, e.register(), mark, recordedAt, position));
            case MarksAdded e -> e.marks().forEach(mark -> first(batch, e.register(), mark, recordedAt, position));
            case LateArrivalRecorded e ->
                first(batch, e.register(), new Mark(e.pupil(), e.code(), null, null), recordedAt, position);
            case MarkAmended e -> amended(batch, e, recordedAt, position);
        }
    }

    private void absence(Batch batch, AbsenceEvent event) {
        switch (event) {
            case UnexplainedAbsenceOpened e -> open.begin(e.entryId(), e.pupil());
            case UnexplainedAbsenceEnded e -> open.end(e.entryId());
            case NotificationRaised e -> batch.notifications.add(e);
            case ThresholdEvent _ -> {}
            case NotificationSettled e -> look(batch, e, e.delivery() != Delivery.SENT);
            case FollowUpDue e -> {
                if (Reports.isBasisOf(e)) {
                    open.begin(e.entryId(), e.pupil());
                }
            }
            case FollowUpDone e -> open.end(e.entryId());
            case FollowUpDecided e -> open.end(e.entryId());
            case FollowUpCancelled e -> open.end(e.entryId());
            case PenaltyEvent _ -> {}
            case SicknessForecast e -> look(batch, e, true);
            case AbsenceReported e -> look(batch, e, Reports.givesToDo(e) || open.has(e.pupil()));
            case AbsenceDecided _,
                    ContactAttempted _,
                    HomeVisitRecorded _,
                    RiskAssessed _,
                    SafeguardingEscalated _,
                    EntryCorrected _ -> look(batch, event, open.has(event.pupil()));
        }
    }

    private static void look(Batch batch, AbsenceEvent event, boolean wanted) {
        if (wanted) {
            batch.looks.add(stream(event.urn(), event.pupil()));
        }
    }

    private void first(Batch batch, RegisterId register, Mark mark, Instant recordedAt, long position) {
        if (KnownMark.isKept(mark.code())) {
            batch.seen.add(seen(register, mark.pupil(), mark.code(), recordedAt, position));
            batch.counted.merge(
                    stream(register.urn(), mark.pupil()),
                    AbsentTotals.NONE.atMostWith(mark.code()),
                    (before, _) -> before.atMostWith(mark.code()));
        }
        if (mark.code().equals(UNEXPLAINED) || open.has(mark.pupil())) {
            batch.looks.add(stream(register.urn(), mark.pupil()));
        }
    }

    private void amended(Batch batch, MarkAmended e, Instant recordedAt, long position) {
        boolean counts = KnownMark.isKept(e.originalCode()) || KnownMark.isKept(e.amendedCode());
        if (counts) {
            batch.seen.add(seen(e.register(), e.pupil(), e.amendedCode(), recordedAt, position));
        }
        if (counts || open.has(e.pupil())) {
            batch.looks.add(stream(e.register().urn(), e.pupil()));
        }
    }

    private Batch batch(UnitOfWork<?> work) {
        return work.root().getOrComputeResource(BATCH, _ -> {
            Batch batch = new Batch();
            work.root().onPrepareCommit(_ -> finish(batch));
            work.root().onRollback(_ -> last = NOWHERE);
            return batch;
        });
    }

    private void finish(Batch batch) {
        absent.write(batch.seen);
        batch.seen.forEach(each -> limits.seen(each.pupil(), each.mark().code()));
        batch.notifications.forEach(outbox::put);
        batch.counted.keySet().removeAll(batch.looks);
        if (!batch.counted.isEmpty()) {
            batch.looks.addAll(nearALimit(batch.counted));
        }
        followUps.lookAt(batch.looks);
        open.store();
    }

    /** Those whose absences may add up to what somebody is to be told or asked of, with the marks of this batch. */
    private Collection<AbsenceStream> nearALimit(Map<AbsenceStream, AbsentTotals> counted) {
        LocalDate today = London.dateOf(clock.instant());
        Map<PupilNumber, AbsenceStream> streams = new HashMap<>();
        Map<PupilNumber, NearLimits.Asked> asked = new LinkedHashMap<>();
        Map<Urn, Since> ofSchools = new HashMap<>();
        counted.forEach((each, seen) -> schools.find(each.urn()).ifPresent(school -> {
            Since since =
                    ofSchools.computeIfAbsent(each.urn(), _ -> Since.of(school.policy(), school.calendars(), today));
            streams.put(each.pupil(), each);
            asked.put(each.pupil(), new NearLimits.Asked(school.policy(), since, seen));
        }));
        NearLimits.Near near = limits.among(asked);
        Set<PupilNumber> all = new LinkedHashSet<>(near.pupils());
        all.addAll(roll.knownElsewhere(near.withOthers()));
        return all.stream().map(streams::get).toList();
    }

    private static Seen seen(RegisterId register, PupilNumber pupil, String code, Instant recordedAt, long position) {
        return new Seen(pupil, new AbsentMark(register.session(), register.group(), code, recordedAt), position);
    }

    private static AbsenceStream stream(Urn urn, PupilNumber pupil) {
        return new AbsenceStream(urn, pupil);
    }
}
