package uk.muster.query.task;

import com.mongodb.client.FindIterable;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import uk.muster.http.convention.Cursor;
import uk.muster.http.convention.Page;
import uk.muster.http.convention.PageLimit;
import uk.muster.kernel.absence.AbsenceEntryId;
import uk.muster.kernel.absence.FollowUpTask.Status;
import uk.muster.kernel.event.AbsenceEvent;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.clock.AsOf;
import uk.muster.query.keys.Opener;
import uk.muster.query.pupil.Pupils;
import uk.muster.query.school.Schools;
import uk.muster.query.store.OpenTasks.OpenTask;
import uk.muster.query.store.Projection;
import uk.muster.query.store.TaskDocument;

/** A school's tasks, what is due first coming first. Those that are open are shown as they were raised; what became of the others is folded out of their pupils' facts. */
public final class TaskLists {

    private static final String LIST = "tasks";

    private final Supplier<Projection> live;
    private final Schools schools;
    private final Pupils pupils;
    private final Opener opener;
    private final InstantSource clock;

    public TaskLists(Supplier<Projection> live, Schools schools, Pupils pupils, Opener opener, InstantSource clock) {
        this.live = live;
        this.schools = schools;
        this.pupils = pupils;
        this.opener = opener;
        this.clock = clock;
    }

    /**
     * A page of the tasks in order of {@code dueAt} and id.
     *
     * @param safeguarding whether the reasons of tasks to pass a concern on are shown
     * @throws uk.muster.http.problem.ProblemException 404 for a school that is not known, 400 for a cursor that is none
     */
    public Page<TaskLine> list(
            Urn urn, TaskQuestion question, boolean safeguarding, PageLimit limit, @Nullable String cursor) {
        return list(urn, question, Instant.MAX, safeguarding, limit, cursor);
    }

    /** The same as it was known at an instant, that instant included; {@link Instant#MAX} for now. */
    public Page<TaskLine> list(
            Urn urn,
            TaskQuestion question,
            Instant asOf,
            boolean safeguarding,
            PageLimit limit,
            @Nullable String cursor) {
        schools.require(urn, asOf);
        Found found = asOf.equals(Instant.MAX) && question.status() == Status.OPEN
                ? open(urn, question, limit, cursor)
                : folded(urn, question, asOf, limit, cursor);
        return new Page<>(lines(urn, found.tasks, asOf, safeguarding), found.next);
    }

    /**
     * One of the tasks as it is now, without the reason of a concern that was passed on; empty when the school has none of that id.
     *
     * @throws uk.muster.http.problem.ProblemException 404 for a school that is not known
     */
    public Optional<TaskLine> find(Urn urn, String taskId) {
        schools.require(urn, Instant.MAX);
        return Projection.find(live.get().tasks(), taskId)
                .map(TaskDocument::read)
                .filter(document -> document.urn().equals(urn))
                .map(document ->
                        tasksOf(urn, pupilsOf(List.of(document)), Instant.MAX).get(taskId))
                .map(task -> lines(urn, List.of(task), Instant.MAX, false).getFirst());
    }

    /**
     * A page of tasks.
     *
     * @param next the cursor of what follows; null when nothing does
     */
    private record Found(List<Task> tasks, @Nullable String next) {}

    /** The open ones are few, however many a school has had: they are chosen and put in order here, and those of the page read as they were raised. */
    private Found open(Urn urn, TaskQuestion question, PageLimit limit, @Nullable String cursor) {
        Predicate<OpenTask> isAfter = cursor == null ? _ -> true : isAfter(Cursor.read(LIST, 2, cursor));
        List<OpenTask> found = Projection.find(live.get().openTasks(), urn.toString()).stream()
                .flatMap(school -> school.tasks().stream())
                .filter(question::asksFor)
                .filter(isAfter)
                .sorted(Comparator.comparing(OpenTask::dueAt).thenComparing(OpenTask::id))
                .limit(limit.value() + 1L)
                .toList();
        List<String> page =
                found.stream().limit(limit.value()).map(OpenTask::id).toList();
        Map<String, Task> tasks = new HashMap<>();
        Projection.forEach(live.get().tasks(), page, read -> {
            TaskDocument document = TaskDocument.read(read);
            if (document.status() == Status.OPEN) {
                tasks.put(document.id(), new Task(document.raised().read(), Outcome.OPEN));
            }
        });
        OpenTask last = found.size() > page.size() ? found.get(page.size() - 1) : null;
        return new Found(
                page.stream().map(tasks::get).filter(Objects::nonNull).toList(),
                last == null ? null : cursorAfter(last.dueAt(), last.id()));
    }

    private Found folded(Urn urn, TaskQuestion question, Instant asOf, PageLimit limit, @Nullable String cursor) {
        List<TaskDocument> found = found(urn, question, asOf, limit, cursor);
        List<TaskDocument> page = found.subList(0, Math.min(found.size(), limit.value()));
        Map<String, Task> known = tasksOf(urn, pupilsOf(page), asOf);
        List<Task> tasks = page.stream()
                .map(document -> known.get(document.id()))
                .filter(Objects::nonNull)
                .filter(task -> question.status() == null || question.status() == task.status())
                .toList();
        TaskDocument last = found.size() > page.size() ? page.getLast() : null;
        return new Found(tasks, last == null ? null : cursorAfter(last.dueAt(), last.id()));
    }

    private List<TaskDocument> found(
            Urn urn, TaskQuestion question, Instant asOf, PageLimit limit, @Nullable String cursor) {
        return asOf.equals(Instant.MAX)
                ? find(urn, question, question.status(), cursor)
                        .limit(limit.value() + 1)
                        .map(TaskDocument::read)
                        .into(new ArrayList<>())
                : knownAt(asOf, urn, question, limit, cursor);
    }

    /** What a task's document says of its status is of now: each is looked up in its pupil's facts. */
    private List<TaskDocument> knownAt(
            Instant asOf, Urn urn, TaskQuestion question, PageLimit limit, @Nullable String cursor) {
        List<TaskDocument> ever =
                find(urn, question, null, cursor).map(TaskDocument::read).into(new ArrayList<>());
        Map<String, Task> known = tasksOf(urn, pupilsOf(ever), asOf);
        return ever.stream()
                .filter(document -> Optional.ofNullable(known.get(document.id()))
                        .filter(task -> question.status() == null || question.status() == task.status())
                        .isPresent())
                .limit(limit.value() + 1L)
                .toList();
    }

    private FindIterable<BsonDocument> find(
            Urn urn, TaskQuestion question, @Nullable Status status, @Nullable String cursor) {
        List<Bson> wanted = new ArrayList<>();
        wanted.add(Filters.eq(TaskDocument.URN, TaskDocument.text(urn)));
        if (status != null) {
            wanted.add(Filters.eq(TaskDocument.STATUS, TaskDocument.text(status)));
        }
        if (question.kind() != null) {
            wanted.add(Filters.eq(TaskDocument.KIND, TaskDocument.text(question.kind())));
        }
        if (question.dueBefore() != null) {
            wanted.add(Filters.lt(TaskDocument.DUE, TaskDocument.micros(question.dueBefore())));
        }
        if (cursor != null) {
            wanted.add(after(Cursor.read(LIST, 2, cursor)));
        }
        return live.get().tasks().find(Filters.and(wanted)).sort(Sorts.ascending(TaskDocument.DUE, "_id"));
    }

    private static String cursorAfter(Instant dueAt, String id) {
        return Cursor.after(LIST, Long.toString(TaskDocument.micros(dueAt).getValue()), id);
    }

    private static Bson after(List<String> last) {
        BsonInt64 due = new BsonInt64(Long.parseLong(last.get(0)));
        return Filters.or(
                Filters.gt(TaskDocument.DUE, due),
                Filters.and(Filters.eq(TaskDocument.DUE, due), Filters.gt("_id", last.get(1))));
    }

    private static Predicate<OpenTask> isAfter(List<String> last) {
        long due = Long.parseLong(last.get(0));
        return task -> {
            long micros = TaskDocument.micros(task.dueAt()).getValue();
            return micros > due || (micros == due && task.id().compareTo(last.get(1)) > 0);
        };
    }

    private static Set<PupilNumber> pupilsOf(List<TaskDocument> documents) {
        return documents.stream()
                .map(document -> AbsenceEntryId.parse(document.id()).pupil())
                .collect(Collectors.toSet());
    }

    private List<TaskLine> lines(Urn urn, List<Task> tasks, Instant asOf, boolean safeguarding) {
        Set<PupilNumber> numbers =
                tasks.stream().map(task -> task.due().pupil()).collect(Collectors.toSet());
        Map<PupilNumber, String> ids = pupils.idsOf(urn, numbers);
        opener.prepare(tasks.stream()
                .flatMap(task -> Stream.of(task.outcome().decidedBy(), task.reason(safeguarding)))
                .flatMap(Stream::ofNullable)
                .toList());
        Instant now = AsOf.now(asOf, clock);
        return tasks.stream()
                .map(task -> TaskLine.of(
                        task,
                        ids.getOrDefault(task.due().pupil(), Opener.ERASED),
                        task.isOverdue(now),
                        opener.json(task.outcome().decidedBy()),
                        opener.shown(task.reason(safeguarding))))
                .toList();
    }

    /** Every task of these pupils by its id, as known: one that was settled while it was looked for is of another status already. */
    private Map<String, Task> tasksOf(Urn urn, Collection<PupilNumber> numbers, Instant asOf) {
        Map<String, Task> tasks = new HashMap<>();
        Projection.forEach(
                live.get().absences(),
                numbers.stream().map(number -> AbsenceEvent.stream(urn, number)).toList(),
                document -> Task.of(document.knownAt(asOf)).values().forEach(task -> tasks.put(task.id(), task)));
        return tasks;
    }
}
