package uk.muster.command.absence;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.muster.command.ledger.AppendedEvent;
import uk.muster.command.ledger.GroupHook;
import uk.muster.kernel.absence.KnownMark;
import uk.muster.kernel.absence.KnownMarks;
import uk.muster.kernel.event.RegisterEvent;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.register.RegisterState;

/**
 * What the registers of classes say, kept in memory since the earliest day that was asked for: looks at absences ask for the same classes day after
 * day. A class is read when it is first asked for, and follows each commit before anybody is told of it. Where another instance has committed
 * something, nothing that is kept is used until this one writes again.
 */
public final class ClassRegisters implements GroupHook {

    /** A register takes some 200 bytes, so that this is a twelfth of the heap. */
    private static final int HEAP_FOR_EACH = 2_500;

    private static final long NOTHING = -1;

    private final LongSupplier head;
    private volatile Memory memory = new Memory();
    private volatile long committed = NOTHING;

    /** What is kept, and of which classes a reading is under way; as a whole it is let go of, so that a reading that began before leaves nothing. */
    private static final class Memory {

        private final Cache<ClassId, KeptClass> kept = Caffeine.newBuilder()
                .maximumWeight(Runtime.getRuntime().maxMemory() / HEAP_FOR_EACH)
                .executor(Runnable::run)
                .weigher((ClassId id, KeptClass registers) -> 1 + registers.size())
                .build();
        private final Map<ClassId, Object> beingRead = new ConcurrentHashMap<>();
    }

    /** Registers are taken by group. */
    private record ClassId(Urn urn, GroupId group) {

        String stream(SessionKey session) {
            return new RegisterId(urn, session, group).toString();
        }
    }

    /** @param head the last position that is known to be committed, by whomever */
    public ClassRegisters(LongSupplier head) {
        this.head = head;
    }

    /**
     * Begins to ask for what registers of a school say, of some groups and from a day on.
     *
     * @param to no register has a later date
     */
    Asked ask(Urn urn, Collection<GroupId> groups, LocalDate from, LocalDate to) {
        Map<GroupId, OfClass> classes = new HashMap<>();
        groups.forEach(group -> classes.computeIfAbsent(group, _ -> new OfClass(new ClassId(urn, group), from, to)));
        return new Asked(classes);
    }

    /** A question. What it needs from the ledger is read by whoever asks, together with other things. */
    record Asked(Map<GroupId, OfClass> classes) {

        /** Streams that are to be read. */
        Stream<String> streams() {
            return classes.values().stream().flatMap(OfClass::streams);
        }

        /** @param read the events of those of the {@link #streams} that have any */
        Said answer(Map<String, List<StoredEvent>> read) {
            classes.values().forEach(each -> each.answer(read));
            return new Said(classes);
        }
    }

    /** What registers say, by group and session. */
    record Said(Map<GroupId, OfClass> classes) {

        Optional<KnownMark> of(GroupId group, SessionKey session, PupilNumber pupil) {
            return classes.get(group).find(session).flatMap(marks -> marks.of(pupil));
        }
    }

    /** A question about one class. */
    final class OfClass {

        private final ClassId id;
        private final Memory in;
        private final LocalDate from;
        private final @Nullable KeptClass kept;
        private final KeptClass all;
        private final Collection<SessionKey> missing;
        private final @Nullable Object ticket;
        private final Map<SessionKey, KnownMarks> fresh = new HashMap<>();

        private OfClass(ClassId id, LocalDate from, LocalDate to) {
            this.id = id;
            this.in = memory;
            this.from = from;
            boolean usable = isCurrent();
            this.kept = usable ? in.kept.getIfPresent(id) : null;
            // Of a class that is not known everything is earlier than what is known.
            this.all = kept == null ? new KeptClass(to.plusDays(1)) : kept;
            this.missing = Stream.concat(all.daysBefore(from).flatMap(OfClass::sessions), all.changed().stream())
                    .toList();
            this.ticket = usable && !missing.isEmpty() ? new Object() : null;
            if (ticket != null) {
                in.beingRead.put(id, ticket);
            }
        }

        private static Stream<SessionKey> sessions(LocalDate day) {
            return Stream.of(SessionHalf.values()).map(half -> new SessionKey(day, half));
        }

        private Stream<String> streams() {
            return missing.stream().map(id::stream);
        }

        private void answer(Map<String, List<StoredEvent>> read) {
            KnownMarks like = all.like();
            for (SessionKey session : missing) {
                List<StoredEvent> events = read.get(id.stream(session));
                if (events != null) {
                    like = KnownMarks.of(RegisterState.fold(events), like);
                    fresh.put(session, like);
                }
            }
            if (ticket != null) {
                in.kept.asMap().compute(id, this::keep);
            }
        }

        /** Keeps what was read unless something of the class was committed since it began to be read, or what was known of it is kept no more. */
        private @Nullable KeptClass keep(ClassId same, @Nullable KeptClass before) {
            if (!in.beingRead.remove(same, ticket) || !isCurrent() || before != kept) {
                return before;
            }
            return all.with(fresh, from);
        }

        private Optional<KnownMarks> find(SessionKey session) {
            return Optional.ofNullable(fresh.get(session)).or(() -> all.find(session));
        }
    }

    /** Whether everything that is known to be committed was seen by {@link #afterCommit}. */
    private boolean isCurrent() {
        return head.getAsLong() <= committed;
    }

    @Override
    public void inTransaction(Connection connection, List<AppendedEvent> events) {
        // what is not committed says nothing
    }

    /** A class that is being put in waits to be told, which {@code compute} sees to. */
    @Override
    public void afterCommit(List<AppendedEvent> events) {
        if (events.getFirst().stored().position() != committed + 1) {
            memory = new Memory();
        }
        Memory now = memory;
        for (AppendedEvent appended : events) {
            if (appended.event() instanceof RegisterEvent event) {
                ClassId id =
                        new ClassId(event.register().urn(), event.register().group());
                now.beingRead.remove(id);
                now.kept
                        .asMap()
                        .compute(
                                id,
                                (_, registers) -> registers == null ? null : registers.after(event, appended.stored()));
            }
        }
        committed = events.getLast().stored().position();
    }

    @Override
    public void begin(long position) {
        memory = new Memory();
        committed = position;
    }

    @Override
    public void end() {
        committed = NOTHING;
    }
}
