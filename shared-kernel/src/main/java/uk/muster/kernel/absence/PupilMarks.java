package uk.muster.kernel.absence;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.identity.SessionKey;

/**
 * A pupil's marks at a school, by session.
 *
 * @param counted of the academic year: unauthorised absence, illness and lateness, wherever they were found
 * @param read every mark of the days whose registers were read; a session of them that is missing here has no mark
 * @param readFrom the first of these days; null when no register was read
 */
public record PupilMarks(
        NavigableMap<SessionKey, KnownMark> counted,
        NavigableMap<SessionKey, KnownMark> read,
        @Nullable LocalDate readFrom) {

    public PupilMarks {
        counted = Collections.unmodifiableNavigableMap(new TreeMap<>(counted));
        read = Collections.unmodifiableNavigableMap(new TreeMap<>(read));
    }

    /** The day of the first mark that is known; empty when none is. */
    Optional<LocalDate> firstDay() {
        return Stream.of(counted, read)
                .filter(marks -> !marks.isEmpty())
                .map(marks -> marks.firstKey().date())
                .min(LocalDate::compareTo);
    }

    /** What is known of a session from either. */
    Optional<KnownMark> find(SessionKey session) {
        KnownMark mark = read.get(session);
        return Optional.ofNullable(mark != null ? mark : counted.get(session));
    }

    /** Whether the session's registers were read and the pupil has no mark in them. */
    boolean isUnmarked(SessionKey session) {
        return readFrom != null && !session.date().isBefore(readFrom) && !read.containsKey(session);
    }

    /** What is known of any session from either, in order. */
    NavigableMap<SessionKey, KnownMark> all() {
        NavigableMap<SessionKey, KnownMark> all = new TreeMap<>(counted);
        all.putAll(read);
        return all;
    }

    /** The sessions that nobody has explained, in order. */
    List<SessionKey> unexplained() {
        return all().entrySet().stream()
                .filter(each -> each.getValue().isUnexplained())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The same with other sessions entered as {@code O}. */
    PupilMarks settled(Collection<SessionKey> sessions) {
        NavigableMap<SessionKey, KnownMark> all = new TreeMap<>(read);
        NavigableMap<SessionKey, KnownMark> over = new TreeMap<>(counted);
        for (SessionKey session : sessions) {
            over.computeIfPresent(session, (_, before) -> new KnownMark(KnownMark.UNAUTHORISED, before.knownAt()));
            all.computeIfPresent(session, (_, before) -> new KnownMark(KnownMark.UNAUTHORISED, before.knownAt()));
        }
        return new PupilMarks(over, all, readFrom);
    }
}
