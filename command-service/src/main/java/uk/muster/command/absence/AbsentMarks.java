package uk.muster.command.absence;

import java.sql.Array;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.muster.kernel.absence.AbsentTotals;
import uk.muster.kernel.absence.KnownMark;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;

/**
 * Each pupil's unauthorised absence, illness and lateness in PostgreSQL, so that clocks over many days need not read a year's registers. Writing
 * what was written before, or what is older than that, changes nothing.
 */
public final class AbsentMarks {

    /**
     * A mark that turns into another of its kind was known of that kind since the first. Days and microseconds travel as numbers, which PostgreSQL need not
     * read out of texts.
     */
    private static final String WRITE = """
            INSERT INTO muster.absent_mark AS known (pupil, date, half, group_id, code, known_at, position)
            SELECT pupil, date 'epoch' + day, half, group_id, code,
                timestamptz 'epoch' + known_micros * interval '1 microsecond', position
            FROM unnest(?::text[], ?::int[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[])
                AS seen (pupil, day, half, group_id, code, known_micros, position)
            ON CONFLICT (pupil, date, half) DO UPDATE
            SET code = excluded.code, group_id = excluded.group_id, position = excluded.position,
                known_at = CASE WHEN known.code IN ('G','N','O','U') AND excluded.code IN ('G','N','O','U')
                                  OR known.code IN ('L','U') AND excluded.code IN ('L','U')
                                  OR known.code = excluded.code
                                THEN known.known_at ELSE excluded.known_at END
            WHERE known.position < excluded.position
            """;

    /** Each pupil's few rows are found by their key, however many others there are: joined as a whole, PostgreSQL may read the table from end to end. */
    private static final String COUNT = """
            SELECT asked.pupil, total.* FROM unnest(?::text[], ?::date[], ?::date[], ?::date[], ?::date[])
                AS asked (pupil, year, lately, lateness, penalties)
            CROSS JOIN LATERAL (SELECT
                count(*) FILTER (WHERE date >= year AND code IN ('G','N','O','U')),
                count(*) FILTER (WHERE date >= lately AND date >= year AND code IN ('G','N','O','U')),
                count(*) FILTER (WHERE date >= lately AND date >= year AND code IN ('G','O')),
                count(*) FILTER (WHERE date >= year AND code = 'I'),
                count(*) FILTER (WHERE date >= lately AND date >= year AND code = 'I'),
                count(*) FILTER (WHERE date >= lateness AND code IN ('L','U')),
                count(*) FILTER (WHERE date >= penalties AND code = 'G'),
                count(*) FILTER (WHERE date >= penalties AND code = 'N'),
                count(*) FILTER (WHERE date >= penalties AND code = 'O'),
                count(*) FILTER (WHERE date >= penalties AND code = 'U')
                FROM muster.absent_mark AS known
                WHERE known.pupil = asked.pupil AND date >= least(year, penalties)
                HAVING count(*) > 0) AS total
            """;

    /** {@code OFFSET 0} keeps the planner from making a join of the whole table of it. */
    private static final String FIND = """
            SELECT pupil, since, date, half, group_id, code, known_at
            FROM unnest(?::text[], ?::date[]) AS asked (pupil, since)
            CROSS JOIN LATERAL (SELECT date, half, group_id, code, known_at
                FROM muster.absent_mark AS known
                WHERE known.pupil = asked.pupil AND (date >= since AND code IN ('G','N','O','U','I','L') OR code = 'N')
                OFFSET 0) AS found
            """;

    /** The index is walked through once, where it would be gone into from above for each row. */
    private static final Comparator<Seen> IN_ORDER_OF_THE_TABLE = Comparator.comparing(Seen::pupil)
            .thenComparing(seen -> seen.mark().session().date());

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
        if (lasting.isEmpty()) {
            return;
        }
        List<Seen> rows =
                lasting.values().stream().sorted(IN_ORDER_OF_THE_TABLE).toList();
        database.update(WRITE, row -> {
            row.setArray(1, texts(row, rows, each -> each.pupil().value()));
            row.setArray(
                    2,
                    array(
                            row,
                            "int4",
                            rows,
                            each -> Math.toIntExact(each.mark().session().date().toEpochDay()),
                            Integer[]::new));
            row.setArray(
                    3, texts(row, rows, each -> each.mark().session().half().name()));
            row.setArray(4, texts(row, rows, each -> each.mark().group().value()));
            row.setArray(5, texts(row, rows, each -> each.mark().code()));
            row.setArray(
                    6,
                    array(
                            row,
                            "int8",
                            rows,
                            each -> ChronoUnit.MICROS.between(
                                    Instant.EPOCH, each.mark().knownAt()),
                            Long[]::new));
            row.setArray(7, array(row, "int8", rows, Seen::position, Long[]::new));
        });
    }

    /** How many sessions of each kind the pupils have; one without any is absent. */
    public Map<PupilNumber, AbsentTotals> count(Map<PupilNumber, AbsentTotals.Since> pupils) {
        Map<PupilNumber, AbsentTotals> found = new HashMap<>();
        database.query(
                COUNT,
                row -> {
                    row.setArray(1, texts(row, pupils.keySet(), PupilNumber::value));
                    row.setArray(2, dates(row, pupils.values(), AbsentTotals.Since::year));
                    row.setArray(3, dates(row, pupils.values(), AbsentTotals.Since::lately));
                    row.setArray(4, dates(row, pupils.values(), AbsentTotals.Since::lateness));
                    row.setArray(5, dates(row, pupils.values(), AbsentTotals.Since::penalties));
                },
                row -> {
                    found.put(new PupilNumber(row.getString(1)), totals(row));
                });
        return found;
    }

    private static AbsentTotals totals(ResultSet row) throws SQLException {
        return new AbsentTotals(
                row.getInt(2),
                row.getInt(3),
                row.getInt(4),
                row.getInt(5),
                row.getInt(6),
                row.getInt(7),
                new AbsentTotals.Unauthorised(row.getInt(8), row.getInt(9), row.getInt(10), row.getInt(11)));
    }

    /** Of whom marks are wanted: those since the day, and every {@code N} whenever it was. */
    public record Question(PupilNumber pupil, LocalDate since) {}

    /** The marks of each; one without any is absent. */
    public Map<Question, List<AbsentMark>> of(Collection<Question> questions) {
        Map<Question, List<AbsentMark>> found = new HashMap<>();
        database.query(
                FIND,
                row -> {
                    row.setArray(1, texts(row, questions, each -> each.pupil().value()));
                    row.setArray(2, dates(row, questions, Question::since));
                },
                row -> {
                    Question question = new Question(
                            new PupilNumber(row.getString("pupil")),
                            row.getDate("since").toLocalDate());
                    found.computeIfAbsent(question, _ -> new ArrayList<>()).add(mark(row));
                });
        return found;
    }

    private static <T> Array texts(PreparedStatement row, Collection<T> of, Function<T, String> text)
            throws SQLException {
        return array(row, "text", of, text, String[]::new);
    }

    private static <T> Array dates(PreparedStatement row, Collection<T> of, Function<T, LocalDate> date)
            throws SQLException {
        return array(row, "date", of, each -> Date.valueOf(date.apply(each)), Date[]::new);
    }

    /** @param made an array of the elements' own class: one of objects would be sent as text */
    private static <T, E> Array array(
            PreparedStatement row, String type, Collection<T> of, Function<T, E> element, IntFunction<E[]> made)
            throws SQLException {
        return row.getConnection().createArrayOf(type, of.stream().map(element).toArray(made));
    }

    private static AbsentMark mark(ResultSet row) throws SQLException {
        return new AbsentMark(
                new SessionKey(row.getDate("date").toLocalDate(), SessionHalf.valueOf(row.getString("half"))),
                new GroupId(row.getString("group_id")),
                row.getString("code"),
                row.getTimestamp("known_at").toInstant());
    }
}
