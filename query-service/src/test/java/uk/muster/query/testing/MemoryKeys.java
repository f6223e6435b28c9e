package uk.muster.query.testing;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.spec.SecretKeySpec;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.sealing.DataKey;
import uk.muster.kernel.sealing.KeyMaker;
import uk.muster.kernel.sealing.KeySubject;
import uk.muster.kernel.sealing.MasterKey;
import uk.muster.query.keys.WrappedKeys;

/** Keys made when first wanted and the table they would lie in. Key bytes follow from the number: no chance in tests. */
public final class MemoryKeys implements KeyMaker, WrappedKeys {

    public static final MasterKey MASTER = new MasterKey(new byte[32]);

    private final Map<String, DataKey> made = new ConcurrentHashMap<>();
    private final Map<Long, byte[]> wrapped = new ConcurrentHashMap<>();

    @Override
    public synchronized DataKey keyOf(KeySubject subject, AcademicYear recordedIn) {
        return made.computeIfAbsent(subject.value() + "/" + recordedIn, name -> {
            long number = made.size() + 1L;
            byte[] bytes = new byte[32];
            bytes[0] = (byte) number;
            bytes[1] = (byte) (number >> 8);
            DataKey key = new DataKey(number, new SecretKeySpec(bytes, "AES"));
            wrapped.put(number, MASTER.wrap(key.key()));
            return key;
        });
    }

    @Override
    public Map<Long, byte[]> find(Collection<Long> numbers) {
        Map<Long, byte[]> found = new HashMap<>();
        for (Long number : numbers) {
            byte[] key = wrapped.get(number);
            if (key != null) {
                found.put(number, key);
            }
        }
        return found;
    }

    /** Destroys every key of a subject: an erasure. */
    public void destroy(KeySubject subject) {
        destroyNamed(subject.value() + "/");
    }

    /** Destroys a subject's key of one year: what is retained no longer. */
    public void destroy(KeySubject subject, AcademicYear recordedIn) {
        destroyNamed(subject.value() + "/" + recordedIn);
    }

    private void destroyNamed(String beginning) {
        made.forEach((name, key) -> {
            if (name.startsWith(beginning)) {
                wrapped.remove(key.number());
            }
        });
    }
}
