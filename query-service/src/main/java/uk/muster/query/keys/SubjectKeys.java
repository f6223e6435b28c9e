package uk.muster.query.keys;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.sealing.KeyFinder;
import uk.muster.kernel.sealing.KeyWrapping;

/**
 * Data keys by number, unwrapped under the master key and kept for a while. A key that is not found is asked for again the next time, so nothing
 * is ever taken for erased for longer than it is.
 */
public final class SubjectKeys implements KeyFinder {

    /** About 20 MB. A class opens about sixty keys, a school of a thousand about two thousand. */
    private static final int MOST = 100_000;

    /**
     * After a key was destroyed it may still open what it sealed for this long, where nothing tells this process of the disposal, and what it opened is
     * known for as long again: five minutes together.
     */
    static final Duration KEPT = Duration.ofSeconds(150);

    private final WrappedKeys wrapped;
    private final KeyWrapping master;
    private volatile Cache<Long, SecretKey> opened = empty();

    public SubjectKeys(WrappedKeys wrapped, KeyWrapping master) {
        this.wrapped = wrapped;
        this.master = master;
    }

    @Override
    public Optional<SecretKey> find(long number) {
        return Optional.ofNullable(opened.get(number, this::unwrapped));
    }

    /** Drops every key. A look-up that began before leaves what it finds in what was dropped. */
    void forget() {
        opened = empty();
    }

    private static Cache<Long, SecretKey> empty() {
        return Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();
    }

    private @Nullable SecretKey unwrapped(long number) {
        byte[] key = wrapped.find(List.of(number)).get(number);
        return key == null ? null : master.unwrap(key);
    }

    /** Fetches those of the keys that are not at hand, in one query. */
    void prepare(Collection<Long> numbers) {
        Cache<Long, SecretKey> into = opened;
        List<Long> wanted = numbers.stream()
                .filter(number -> into.getIfPresent(number) == null)
                .toList();
        if (!wanted.isEmpty()) {
            Map<Long, byte[]> found = wrapped.find(wanted);
            found.forEach((number, key) -> into.put(number, master.unwrap(key)));
        }
    }
}
