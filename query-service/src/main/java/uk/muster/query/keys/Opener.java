package uk.muster.query.keys;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;
import uk.muster.kernel.event.KernelJson;
import uk.muster.kernel.sealing.Sealed;
import uk.muster.kernel.sealing.Unsealer;

/**
 * Opens sealed fields for those who may read them. A field whose key was destroyed reads as {@value #ERASED}.
 *
 * <p>Every method throws a {@code ProblemException} (503) when a key is wanted and the database does not answer.
 */
public final class Opener {

    public static final String ERASED = "erased";

    /** About 15 MB: what lists of the largest schools show and are put in order by. */
    private static final int MOST_TEXTS = 50_000;

    private final SubjectKeys keys;
    private final Unsealer unsealer;
    private volatile Cache<Sealed, String> texts = empty();

    public Opener(SubjectKeys keys) {
        this.keys = keys;
        this.unsealer = new Unsealer(keys);
    }

    /** Kept no longer than keys are: whoever has a key could read the text as well. */
    private static Cache<Sealed, String> empty() {
        return Caffeine.newBuilder()
                .maximumSize(MOST_TEXTS)
                .expireAfterWrite(SubjectKeys.KEPT)
                .build();
    }

    /** Fetches the keys of many fields at once, so that opening them one by one asks nothing more. */
    public void prepare(Collection<Sealed> fields) {
        Cache<Sealed, String> known = texts;
        keys.prepare(fields.stream()
                .filter(field -> known.getIfPresent(field) == null)
                .map(Sealed::keyNumber)
                .distinct()
                .toList());
    }

    /** Drops the keys that are in memory and what they opened, so that one which was destroyed opens nothing from now on. */
    public void forgetKeys() {
        keys.forget();
        texts = empty();
    }

    /** The text, or empty when it was erased. */
    public Optional<String> text(Sealed field) {
        Cache<Sealed, String> into = texts;
        String known = into.getIfPresent(field);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<String> opened = unsealer.open(field);
        opened.ifPresent(text -> into.put(field, text));
        return opened;
    }

    /** The text as it is shown; null for a field that was never there. */
    public @Nullable String shown(@Nullable Sealed field) {
        return field == null ? null : text(field).orElse(ERASED);
    }

    /** A sealed JSON value, such as a person, as it is shown; null for a field that was never there. */
    public @Nullable JsonNode json(@Nullable Sealed field) {
        if (field == null) {
            return null;
        }
        return text(field).map(text -> KernelJson.mapper().readTree(text)).orElseGet(() -> StringNode.valueOf(ERASED));
    }
}
