package uk.muster.command.absence;

import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.muster.kernel.absence.KnownMark;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;

/**
 * Each pupil's unauthorised absence and illness in PostgreSQL, so that clocks over many days need not read a year's registers. Writing what was
 * written before, or what is older than that, changes nothing.
 */
public final class AbsentMarks {

    /** A mark that turns into another of its kind was known of that kind since the first. */
    private static final String WRITE = """
            INSERT INTO muster.absent_mark AS known (pupil, date, half, group_id, code, known_at, position)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (pupil, date, half) DO UPDATE
            SET code = excluded.code, group_id = excluded.group_id, position = excluded.position,
                known_at = CASE WHEN known.code IN ('G','N','O','U') AND excluded.code IN ('G','N','O','U')
                                  OR known.code = excluded.code
                                THEN known.known_at ELSE excluded.known_at END
            WHERE known.position < excluded.position
            """;

    /** Ten sessions without leave or five of illness, or some of both, may be what somebody is to be told or asked of. */
    private static final String NEAR_A_LIMIT = """
            SELECT pupil FROM muster.absent_mark WHERE pupil = ANY (?) AND date >= ?
            GROUP BY pupil
            HAVING count(*) FILTER (WHERE code IN ('G','N','O','U')) >= 10
                OR count(*) FILTER (WHERE code = 'I') >= 5
                OR count(*) FILTER (WHERE code IN ('G','O')) > 0 AND count(*) FILTER (WHERE code = 'I') > 0
            """;

    private static final String FIND = """
            SELECT pupil, since, date, half, group_id, code, known_at
            FROM unnest(?::text[], ?::date[]) AS asked (pupil, since) JOIN muster.absent_mark USING (pupil)
            WHERE date >= since AND code IN ('G','N','O','U','I') OR code = 'N'
            """;

    private final JdbcTemplate database;

    public AbsentMarks(JdbcTemplate database) {
        this.database = database;
    }

    /** A mark of the table. */
    public record AbsentMark(SessionKey session, GroupId group, String code, Instant knownAt) {}

    /** A mark to write, as the event at the position has it. */
    public record Seen(PupilNumber pupil, AbsentMark mark, long position) {

        /** This one after an earlier one of the same pupil and session. */
        private Seen after(Seen earlier) {
            boolean ofItsKind = KnownMark.areOfAKind(earlier.mark.code(), mark.code());
            AbsentMark known = new AbsentMark(
                    mark.session(), mark.group(), mark.code(), ofItsKind ? earlier.mark.knownAt() : mark.knownAt());
            return new Seen(pupil, known, position);
        }
    }

    /** @param seen in the order of their positions */
    public void write(List<Seen> seen) {
        Map<List<Object>, Seen> lasting = new LinkedHashMap<>();
        seen.forEach(each -> lasting.merge(
                List.of(each.pupil(), each.mark().session()), each, (earlier, later) -> later.after(earlier)));
        database.batchUpdate(WRITE, lasting.values(), Math.max(1, lasting.size()), (row, each) -> {
            row.setString(1, each.pupil().value());
            row.setDate(2, Date.valueOf(each.mark().session().date()));
            row.setString(3, each.mark().session().half().name());
            row.setString(4, each.mark().group().value());
            row.setString(5, each.mark().code());
            row.setTimestamp(6, Timestamp.from(each.mark().knownAt()));
            row.setLong(7, each.position());
        });
    }

    /** Those of the pupils who have so many marks since the day that a limit may be met. */
    public Set<PupilNumber> nearALimit(Collection<PupilNumber> pupils, LocalDate since) {
        return new HashSet<>(database.query(
                NEAR_A_LIMIT,
                row -> {
                    row.setArray(
                            1,
                            row.getConnection()
                                    .createArrayOf(
                                            "text",
                                            pupils.stream()
                                                    .map(PupilNumber::value)
                                                    .toArray()));
                    row.setDate(2, Date.valueOf(since));
                },
                (row, i) -> new PupilNumber(row.getString(1))));
    }

    /** Of whom marks are wanted: those since the day, and every {@code N} whenever it was. */
    public record Question(PupilNumber pupil, LocalDate since) {}

    /** The marks of each; one without any is absent. */
    public Map<Question, List<AbsentMark>> of(Collection<Question> questions) {
        Map<Question, List<AbsentMark>> found = new HashMap<>();
        database.query(
                FIND,
                row -> {
                    Connection connection = row.getConnection();
                    row.setArray(
                            1,
                            connection.createArrayOf(
                                    "text",
                                    questions.stream()
                                            .map(each -> each.pupil().value())
                                            .toArray()));
                    row.setArray(
                            2,
                            connection.createArrayOf(
                                    "date",
                                    questions.stream()
                                            .map(each -> Date.valueOf(each.since()))
                                            .toArray()));
                },
                row -> {
                    Question question = new Question(
                            new PupilNumber(row.getString("pupil")),
                            row.getDate("since").toLocalDate());
                    found.computeIfAbsent(question, _ -> new ArrayList<>()).add(mark(row));
                });
        return found;
    }

    private static AbsentMark mark(ResultSet row) throws SQLException {
        return new AbsentMark(
                new SessionKey(row.getDate("date").toLocalDate(), SessionHalf.valueOf(row.getString("half"))),
                new GroupId(row.getString("group_id")),
                row.getString("code"),
                row.getTimestamp("known_at").toInstant());
    }
}
