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
import org.bson.BsonArray;
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
import uk.muster.query.store.Projection;
import uk.muster.query.store.TaskDocument;

/** A school's tasks, what is due first coming first. They are found by a small document each; the rest is folded out of their pupils' facts. */
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
        List<TaskDocument> found = found(urn, question, asOf, limit, cursor);
        List<TaskDocument> page = found.subList(0, Math.min(found.size(), limit.value()));
        return new Page<>(
                lines(urn, page, question, asOf, safeguarding),
                found.size() > page.size() ? cursorAfter(page.getLast()) : null);
    }

    private List<TaskDocument> found(
            Urn urn, TaskQuestion question, Instant asOf, PageLimit limit, @Nullable String cursor) {
        if (!asOf.equals(Instant.MAX)) {
            return knownAt(asOf, urn, question, limit, cursor);
        }
        if (question.status() == Status.OPEN) {
            return open(urn, question, limit, cursor);
        }
        return find(urn, question, question.status(), cursor)
                .limit(limit.value() + 1)
                .map(TaskDocument::read)
                .into(new ArrayList<>());
    }

    /** The open ones are few, however many a school has had; they are known by their ids, and put in order here. */
    private List<TaskDocument> open(Urn urn, TaskQuestion question, PageLimit limit, @Nullable String cursor) {
        Predicate<TaskDocument> isAfter = cursor == null ? _ -> true : isAfter(Cursor.read(LIST, 2, cursor));
        List<TaskDocument> open = new ArrayList<>();
        Projection.forEach(live.get().tasks(), openIds(urn), document -> open.add(TaskDocument.read(document)));
        return open.stream()
                .filter(question::asksFor)
                .filter(isAfter)
                .sorted(Comparator.comparing(TaskDocument::dueAt).thenComparing(TaskDocument::id))
                .limit(limit.value() + 1L)
                .toList();
    }

    private List<String> openIds(Urn urn) {
        return Projection.find(live.get().openTasks(), urn.toString()).stream()
                .flatMap(document -> document.getArray("t", new BsonArray()).stream())
                .map(id -> id.asString().getValue())
                .toList();
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

    private static String cursorAfter(TaskDocument last) {
        return Cursor.after(
                LIST, Long.toString(TaskDocument.micros(last.dueAt()).getValue()), last.id());
    }

    private static Bson after(List<String> last) {
        BsonInt64 due = new BsonInt64(Long.parseLong(last.get(0)));
        return Filters.or(
                Filters.gt(TaskDocument.DUE, due),
                Filters.and(Filters.eq(TaskDocument.DUE, due), Filters.gt("_id", last.get(1))));
    }

    private static Predicate<TaskDocument> isAfter(List<String> last) {
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

    private List<TaskLine> lines(
            Urn urn, List<TaskDocument> page, TaskQuestion question, Instant asOf, boolean safeguarding) {
        Set<PupilNumber> numbers = pupilsOf(page);
        Map<String, Task> known = tasksOf(urn, numbers, asOf);
        List<Task> tasks = page.stream()
                .map(document -> known.get(document.id()))
                .filter(Objects::nonNull)
                .filter(task -> question.status() == null || question.status() == task.status())
                .toList();
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
