package uk.muster.query.console.tasks;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.policy.Modality;
import uk.muster.query.chronology.TaskWords;
import uk.muster.query.console.shell.Say;
import uk.muster.query.keys.Opener;
import uk.muster.query.pupil.Pupil;
import uk.muster.query.pupil.PupilOpener;
import uk.muster.query.pupil.Pupils;
import uk.muster.query.task.TaskLine;

/** Puts tasks of a list into words, with the names of their children. */
public final class TaskRows {

    private final Pupils pupils;
    private final PupilOpener opener;
    private final InstantSource clock;

    TaskRows(Pupils pupils, PupilOpener opener, InstantSource clock) {
        this.pupils = pupils;
        this.opener = opener;
        this.clock = clock;
    }

    public List<TaskRow> of(Urn urn, List<TaskLine> tasks) {
        Map<String, Pupil> children =
                pupils.byId(urn, tasks.stream().map(TaskLine::pupilId).collect(Collectors.toSet()));
        opener.prepare(children.values().stream().map(Pupil::state).toList());
        Instant now = clock.instant();
        return tasks.stream()
                .map(task -> row(task, children.get(task.pupilId()), now))
                .toList();
    }

    private TaskRow row(TaskLine task, @Nullable Pupil child, Instant now) {
        LocalDate today = London.dateOf(now);
        boolean open = task.status().name().equals("OPEN");
        return new TaskRow(
                task.taskId(),
                TaskWords.title(task.step(), task.kind(), task.actions()),
                task.pupilId(),
                child == null ? Opener.ERASED : opener.nameOf(child.state()),
                child == null
                        ? ""
                        : child.groupAround(today).map(GroupId::value).orElse(""),
                task.about() == null && task.schoolDay() > 0 ? "Day " + task.schoolDay() : "",
                open ? clock(task, now) : null,
                Say.momentFrom(today, task.dueAt()),
                want(task.modality()),
                task.overdue(),
                open,
                status(task),
                css(task),
                Say.person(task.decidedBy()),
                task.reason());
    }

    private static String clock(TaskLine task, Instant now) {
        String length = Say.length(Duration.between(now, task.dueAt()));
        return task.overdue() ? "overdue by " + length : length + " left";
    }

    private static String want(Modality modality) {
        return switch (modality) {
            case MUST -> "Must be done";
            case MUST_CONSIDER -> "Must be considered";
            case MAY -> "May be done";
        };
    }

    private static String status(TaskLine task) {
        return switch (task.status()) {
            case OPEN -> task.overdue() ? "Overdue" : "Open";
            case DONE -> "Done";
            case DECLINED -> "Declined";
            case CANCELLED -> "No longer needed";
        };
    }

    private static String css(TaskLine task) {
        return switch (task.status()) {
            case OPEN -> task.overdue() ? "govuk-tag--red" : "govuk-tag--blue";
            case DONE -> "govuk-tag--green";
            case DECLINED -> "govuk-tag--yellow";
            case CANCELLED -> "govuk-tag--grey";
        };
    }
}
