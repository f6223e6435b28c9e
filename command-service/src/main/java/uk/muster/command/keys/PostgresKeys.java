package uk.muster.command.keys;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.sealing.DataKey;
import uk.muster.kernel.sealing.KeyFinder;
import uk.muster.kernel.sealing.KeyMaker;
import uk.muster.kernel.sealing.KeySubject;
import uk.muster.kernel.sealing.MasterKey;

/**
 * Data keys in the table {@code subject_key}. A new key is committed before it is given out, so no event is ever sealed under a key that a
 * crash could lose.
 */
public final class PostgresKeys implements KeyMaker, KeyFinder {

    private static final long KEPT_IN_MEMORY = 100_000;

    private final JdbcClient database;
    private final MasterKey master;
    private final InstantSource clock;
    private final Cache<Owner, DataKey> byOwner =
            Caffeine.newBuilder().maximumSize(KEPT_IN_MEMORY).build();
    private final Cache<Long, SecretKey> byNumber =
            Caffeine.newBuilder().maximumSize(KEPT_IN_MEMORY).build();

    public PostgresKeys(JdbcClient database, MasterKey master, InstantSource clock) {
        this.database = database;
        this.master = master;
        this.clock = clock;
    }

    @Override
    public DataKey keyOf(KeySubject subject, AcademicYear recordedIn) {
        Owner owner = new Owner(subject, recordedIn);
        DataKey known = byOwner.getIfPresent(owner);
        if (known != null) {
            return known;
        }
        DataKey key = insert(owner).or(() -> select(owner)).orElseThrow();
        byOwner.put(owner, key);
        byNumber.put(key.number(), key.key());
        return key;
    }

    @Override
    public Optional<SecretKey> find(long number) {
        SecretKey known = byNumber.getIfPresent(number);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<SecretKey> found = database.sql("SELECT wrapped FROM muster.subject_key WHERE key_no = ?")
                .param(number)
                .query((row, i) -> master.unwrap(row.getBytes(1)))
                .optional();
        found.ifPresent(key -> byNumber.put(number, key));
        return found;
    }

    /** The new key, or empty when another call made one first. */
    private Optional<DataKey> insert(Owner owner) {
        SecretKey fresh = newKey();
        return database.sql("""
                        INSERT INTO muster.subject_key (subject, academic_year, wrapped, created_at)
                        VALUES (?, ?, ?, ?) ON CONFLICT (subject, academic_year) DO NOTHING RETURNING key_no
                        """)
                .params(List.<@Nullable Object>of(
                        owner.subject().value(),
                        owner.year().startYear(),
                        master.wrap(fresh),
                        Timestamp.from(clock.instant())))
                .query((row, i) -> new DataKey(row.getLong(1), fresh))
                .optional();
    }

    private Optional<DataKey> select(Owner owner) {
        return database.sql("SELECT key_no, wrapped FROM muster.subject_key WHERE subject = ? AND academic_year = ?")
                .param(owner.subject().value())
                .param(owner.year().startYear())
                .query((row, i) -> new DataKey(row.getLong(1), master.unwrap(row.getBytes(2))))
                .optional();
    }

    private static SecretKey newKey() {
        try {
            KeyGenerator generator = KeyGenerator.getInstance("AES");
            generator.init(256);
            return generator.generateKey();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has AES.", e);
        }
    }

    private record Owner(KeySubject subject, AcademicYear year) {}
}
