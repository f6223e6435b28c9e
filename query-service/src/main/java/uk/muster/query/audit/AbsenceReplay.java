package uk.muster.query.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.absence.AbsenceState;
import uk.muster.kernel.absence.FollowUpTask.Status;
import uk.muster.kernel.event.AbsenceEvent;
import uk.muster.kernel.event.AbsenceEvent.EntryCorrected;
import uk.muster.kernel.event.EventTypes;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.kernel.event.MusterEvent;
import uk.muster.kernel.event.PenaltyEvent.NoticeKind;
import uk.muster.kernel.event.PenaltyEvent.Proceedings;
import uk.muster.kernel.penalty.Notice;
import uk.muster.query.register.SessionLine;

/** How a pupil's absences were followed up: the open case, tasks, thresholds, notices, and every entry with whether it was struck. */
final class AbsenceReplay implements StreamReplay {

    private final AbsenceState state = AbsenceState.nothing();
    private final Map<String, Recorded> entries = new LinkedHashMap<>();
    private @Nullable AbsenceEvent last;

    /** @param type of the fact that made it, name and version */
    private record Recorded(String type, boolean corrected) {}

    private record Case(String id, SessionLine from) {}

    private record TaskNow(String step, TaskKind kind, LocalDate date, Status status) {}

    private record ThresholdNow(String windowId, LocalDate metOn, int sessions) {}

    private record NoticeNow(
            NoticeKind kind,
            LocalDate issuedOn,
            @Nullable LocalDate receivedOn,
            boolean paid,
            @Nullable LocalDate withdrawnOn,
            @Nullable Proceedings proceedings) {

        static NoticeNow of(Notice notice) {
            return new NoticeNow(
                    notice.kind(),
                    notice.issuedOn(),
                    notice.receivedOn(),
                    notice.paid() != null,
                    notice.withdrawnOn(),
                    notice.proceedings());
        }
    }

    private record ImprovementNow(LocalDate until, boolean concluded) {}

    @Override
    public void take(MusterEvent event, Instant recordedAt) {
        AbsenceEvent of = (AbsenceEvent) event;
        last = of;
        state.evolve(of);
        if (of instanceof EntryCorrected corrected) {
            entries.computeIfPresent(name(corrected.entryId()), (_, before) -> new Recorded(before.type(), true));
        } else {
            entries.putIfAbsent(name(of.entryId()), new Recorded(EventTypes.nameOf(of), false));
        }
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        state.openCase()
                .ifPresent(open -> fields.put("openCase", new Case(name(open.entryId()), SessionLine.of(open.from()))));
        fields.put("entries", Map.copyOf(entries));
        Map<String, TaskNow> tasks = new LinkedHashMap<>();
        state.tasks()
                .forEach(task ->
                        tasks.put(name(task.id()), new TaskNow(task.step(), task.kind(), task.date(), task.status())));
        fields.put("tasks", tasks);
        Map<String, ThresholdNow> thresholds = new LinkedHashMap<>();
        state.thresholds()
                .forEach(met -> thresholds.put(
                        name(met.entryId()),
                        new ThresholdNow(
                                met.windowId(), met.metOn(), met.sessions().size())));
        fields.put("thresholds", thresholds);
        Map<String, NoticeNow> notices = new LinkedHashMap<>();
        state.notices().penalties().forEach(notice -> notices.put(name(notice.id()), NoticeNow.of(notice)));
        fields.put("penaltyNotices", notices);
        Map<String, ImprovementNow> improvements = new LinkedHashMap<>();
        state.notices()
                .improvements()
                .forEach(notice ->
                        improvements.put(name(notice.id()), new ImprovementNow(notice.until(), notice.concluded())));
        fields.put("noticesToImprove", improvements);
        return fields;
    }

    /** As the command answered it. */
    private String name(UUID entry) {
        return AbsenceData.id(Objects.requireNonNull(last), entry);
    }
}
