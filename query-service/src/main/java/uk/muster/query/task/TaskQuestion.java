package uk.muster.query.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.muster.http.problem.Problem;
import uk.muster.kernel.absence.FollowUpTask.Status;
import uk.muster.kernel.event.FollowUpEvent.TaskKind;
import uk.muster.query.store.OpenTasks.OpenTask;

/**
 * Which tasks are asked for; all of a school's where nothing is given.
 *
 * @param dueBefore due strictly before it
 */
public record TaskQuestion(
        @Nullable Status status,
        @Nullable TaskKind kind,
        @Nullable Instant dueBefore) {

    /** @throws uk.muster.http.problem.ProblemException 422 that names every parameter at fault */
    public static TaskQuestion parse(@Nullable String status, @Nullable String kind, @Nullable Instant dueBefore) {
        List<String> faults = new ArrayList<>(0);
        TaskQuestion question = new TaskQuestion(
                one("status", status, Status.values(), faults),
                one("kind", kind, TaskKind.values(), faults),
                dueBefore);
        if (!faults.isEmpty()) {
            throw Problem.invalid(String.join(" ", faults)).asException();
        }
        return question;
    }

    /** Whether an open task is of the kind, and due by then; whoever asks has seen to the status. */
    boolean asksFor(OpenTask task) {
        return (kind == null || kind == task.kind())
                && (dueBefore == null || task.dueAt().isBefore(dueBefore));
    }

    private static <E extends Enum<E>> @Nullable E one(
            String parameter, @Nullable String text, E[] values, List<String> faults) {
        if (text == null) {
            return null;
        }
        Optional<E> found =
                Stream.of(values).filter(value -> value.name().equals(text)).findFirst();
        if (found.isEmpty()) {
            faults.add(parameter + " must be one of "
                    + String.join(", ", Stream.of(values).map(Enum::name).toList()) + ".");
        }
        return found.orElse(null);
    }
}
