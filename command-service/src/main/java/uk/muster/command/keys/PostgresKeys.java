package uk.muster.command.keys;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.sealing.DataKey;
import uk.muster.kernel.sealing.KeyFinder;
import uk.muster.kernel.sealing.KeyMaker;
import uk.muster.kernel.sealing.KeySubject;
import uk.muster.kernel.sealing.KeyWrapping;

/**
 * Data keys in the table {@code subject_key}. A new key is committed before it is given out, so no event is ever sealed under a key that a
 * crash could lose.
 */
public final class PostgresKeys implements KeyMaker, KeyFinder {

    private static final long KEPT_IN_MEMORY = 100_000;

    private final JdbcClient database;
    private final KeyWrapping master;
    private final InstantSource clock;
    private volatile InMemory memory = new InMemory();

    public PostgresKeys(JdbcClient database, KeyWrapping master, InstantSource clock) {
        this.database = database;
        this.master = master;
        this.clock = clock;
    }

    @Override
    public DataKey keyOf(KeySubject subject, AcademicYear recordedIn) {
        Owner owner = new Owner(subject, recordedIn);
        InMemory kept = memory;
        DataKey known = kept.byOwner.getIfPresent(owner);
        if (known != null) {
            return known;
        }
        DataKey key = insert(owner)
                .or(() -> select(owner))
                .orElseThrow(() -> new IllegalStateException("The key of a year that was disposed of was asked for."));
        kept.byOwner.put(owner, key);
        kept.byNumber.put(key.number(), key.key());
        return key;
    }

    @Override
    public Optional<SecretKey> find(long number) {
        InMemory kept = memory;
        SecretKey known = kept.byNumber.getIfPresent(number);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<SecretKey> found = database.sql(
                        "SELECT wrapped FROM muster.subject_key WHERE key_no = ? AND wrapped IS NOT NULL")
                .param(number)
                .query((row, i) -> master.unwrap(row.getBytes(1)))
                .optional();
        found.ifPresent(key -> kept.byNumber.put(number, key));
        return found;
    }

    /** Who of a school has a key of which year: pupils who are or were on roll, and the school itself. */
    public List<Held> keysOf(Urn school) {
        return database.sql("""
                        SELECT subject, academic_year FROM muster.subject_key
                        WHERE wrapped IS NOT NULL
                            AND (subject = ? OR subject IN (SELECT pupil FROM muster.roll_pupil WHERE urn = ?))
                        """)
                .param(KeySubject.ofSchool(school).value())
                .param(school.value())
                .query((row, i) -> new Held(row.getString(1), new AcademicYear(row.getInt(2))))
                .list();
    }

    /**
     * Destroys the keys of these subjects for a year, all of them or none, and forgets them. What they sealed can be opened by nobody from now on. A
     * key that is destroyed already is left as it is, and is never made again.
     *
     * @return how many of these there are that are destroyed, now or before
     */
    public int destroy(Collection<KeySubject> subjects, AcademicYear recordedIn) {
        String[] values = subjects.stream().map(KeySubject::value).toArray(String[]::new);
        database.sql("""
                        UPDATE muster.subject_key SET wrapped = NULL, destroyed_at = ?
                        WHERE subject = ANY (?) AND academic_year = ? AND wrapped IS NOT NULL
                        """)
                .param(Timestamp.from(clock.instant()))
                .param(values)
                .param(recordedIn.startYear())
                .update();
        memory = new InMemory();
        return database.sql("""
                        SELECT count(*) FROM muster.subject_key
                        WHERE subject = ANY (?) AND academic_year = ? AND wrapped IS NULL
                        """)
                .param(values)
                .param(recordedIn.startYear())
                .query(Integer.class)
                .single();
    }

    /** Whether a key of any of these subjects for a year is there. */
    public boolean anyLeft(Collection<KeySubject> subjects, AcademicYear recordedIn) {
        return database.sql("""
                        SELECT EXISTS (SELECT FROM muster.subject_key
                        WHERE subject = ANY (?) AND academic_year = ? AND wrapped IS NOT NULL)
                        """)
                .param(subjects.stream().map(KeySubject::value).toArray(String[]::new))
                .param(recordedIn.startYear())
                .query(Boolean.class)
                .single();
    }

    /**
     * That there is a key.
     *
     * @param subject as {@link KeySubject} has it
     */
    public record Held(String subject, AcademicYear recordedIn) {}

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
        return database.sql("SELECT key_no, wrapped FROM muster.subject_key WHERE subject = ? AND academic_year = ?"
                        + " AND wrapped IS NOT NULL")
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

    /** Thrown away as a whole when a key is destroyed, so that a look-up which began before can leave nothing behind in the next. */
    private static final class InMemory {

        private final Cache<Owner, DataKey> byOwner = Caffeine.newBuilder()
                .maximumSize(KEPT_IN_MEMORY)
                .executor(Runnable::run)
                .build();
        private final Cache<Long, SecretKey> byNumber = Caffeine.newBuilder()
                .maximumSize(KEPT_IN_MEMORY)
                .executor(Runnable::run)
                .build();
    }
}
