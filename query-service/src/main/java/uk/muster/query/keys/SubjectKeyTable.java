package uk.muster.query.keys;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code muster.subject_key}, by the read-only role. */
public final class SubjectKeyTable implements WrappedKeys {

    private final JdbcClient database;

    public SubjectKeyTable(JdbcClient database) {
        this.database = database;
    }

    /** @throws org.springframework.dao.DataAccessException when the database does not answer */
    @Override
    public Map<Long, byte[]> find(Collection<Long> numbers) {
        Map<Long, byte[]> found = new HashMap<>();
        database.sql("SELECT key_no, wrapped FROM muster.subject_key WHERE key_no = ANY (?) AND wrapped IS NOT NULL")
                .param(numbers.toArray(Long[]::new))
                .query((row, number) -> found.put(row.getLong(1), row.getBytes(2)))
                .list();
        return found;
    }
}
