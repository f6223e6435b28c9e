package uk.muster.command.keys;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.sealing.DataKey;
import uk.muster.kernel.sealing.KeyFinder;
import uk.muster.kernel.sealing.KeyMaker;
import uk.muster.kernel.sealing.KeySubject;

/** Keys for a test: made from their number, and forgotten when their subject is erased. */
public final class InMemoryKeys implements KeyMaker, KeyFinder {

    private final Map<String, Long> numbers = new HashMap<>();
    private final Map<Long, SecretKey> keys = new HashMap<>();

    @Override
    public DataKey keyOf(KeySubject subject, AcademicYear recordedIn) {
        long number = numbers.computeIfAbsent(subject.value() + " " + recordedIn, owner -> numbers.size() + 1L);
        return new DataKey(number, keys.computeIfAbsent(number, InMemoryKeys::key));
    }

    @Override
    public Optional<SecretKey> find(long number) {
        return Optional.ofNullable(keys.get(number));
    }

    /** Destroys every key there is of a subject. */
    public void erase(KeySubject subject) {
        numbers.forEach((owner, number) -> {
            if (owner.startsWith(subject.value() + " ")) {
                keys.remove(number);
            }
        });
    }

    private static SecretKey key(long number) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) number;
        return new SecretKeySpec(bytes, "AES");
    }
}
