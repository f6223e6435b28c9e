package uk.muster.command.roll;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.muster.kernel.code.CompulsoryAge;
import uk.muster.kernel.code.Enrolment;
import uk.muster.kernel.event.PupilEvent.Placement;
import uk.muster.kernel.event.PupilEvent.PupilAdmitted;
import uk.muster.kernel.event.PupilEvent.PupilMovedGroup;
import uk.muster.kernel.event.PupilEvent.PupilRemovedFromRoll;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.pupil.GroupSpell;

/** The tables {@code roll_pupil} and {@code roll_spell}: read by school, written in order of the events. */
final class RollTables {

    private static final String UPSERT_PUPIL = """
            INSERT INTO muster.roll_pupil (urn, pupil_id, pupil, upn_index, enrolment, compulsory_from, compulsory_until)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (pupil) DO UPDATE SET upn_index = excluded.upn_index, enrolment = excluded.enrolment,
                compulsory_from = excluded.compulsory_from, compulsory_until = excluded.compulsory_until
            """;
    private static final String PLACE_PUPIL = """
            UPDATE muster.roll_pupil SET upn_index = ?, enrolment = ?, compulsory_from = ?, compulsory_until = ?
            WHERE pupil = ?
            """;
    private static final String DROP_SPELLS = "DELETE FROM muster.roll_spell WHERE pupil = ? AND from_date > ?";
    private static final String END_SPELLS =
            "UPDATE muster.roll_spell SET until_date = ? WHERE pupil = ? AND (until_date IS NULL OR until_date > ?)";
    private static final String ADD_SPELL =
            "INSERT INTO muster.roll_spell (pupil, urn, group_id, from_date) VALUES (?, ?, ?, ?)";

    private static final String KNOWN_ELSEWHERE = """
            SELECT own.pupil FROM muster.roll_pupil own WHERE own.pupil = ANY (?)
            AND (EXISTS (SELECT 1 FROM muster.roll_pupil other WHERE other.upn_index = own.upn_index AND other.pupil <> own.pupil)
                OR EXISTS (SELECT 1 FROM muster.event
                    WHERE stream = own.urn || '/' || own.pupil AND type = 'earlier-sessions-imported.v1'))
            """;

    private static final List<String> BY_PUPIL = List.of("roll_spell", "roll_pupil", "absent_mark", "outbox");

    private final JdbcClient database;

    RollTables(JdbcClient database) {
        this.database = database;
    }

    Optional<Urn> schoolOf(PupilNumber pupil) {
        return database.sql("SELECT urn FROM muster.roll_pupil WHERE pupil = ?")
                .param(pupil.value())
                .query((row, i) -> new Urn(row.getInt(1)))
                .optional();
    }

    /** Where a child of the same UPN is or was on roll, this pupil left out. */
    Map<Urn, PupilNumber> elsewhere(PupilNumber pupil, String upnIndex) {
        Map<Urn, PupilNumber> found = new LinkedHashMap<>();
        database.sql("SELECT urn, pupil FROM muster.roll_pupil WHERE upn_index = ? AND pupil <> ? ORDER BY urn")
                .param(Base64.getUrlDecoder().decode(upnIndex))
                .param(pupil.value())
                .query(row -> {
                    found.put(new Urn(row.getInt(1)), new PupilNumber(row.getString(2)));
                });
        return found;
    }

    Set<PupilNumber> knownElsewhere(Collection<PupilNumber> pupils) {
        return new HashSet<>(database.sql(KNOWN_ELSEWHERE)
                .param(pupils.stream().map(PupilNumber::value).toArray(String[]::new))
                .query((row, i) -> new PupilNumber(row.getString(1)))
                .list());
    }

    SchoolRoll page(Urn urn) {
        Map<PupilNumber, List<GroupSpell>> spells = new LinkedHashMap<>();
        database.sql("""
                        SELECT pupil, group_id, from_date, until_date FROM muster.roll_spell
                        WHERE urn = ? ORDER BY from_date
                        """)
                .param(urn.value())
                .query((row, i) -> spells.computeIfAbsent(new PupilNumber(row.getString(1)), n -> new ArrayList<>())
                        .add(new GroupSpell(
                                new GroupId(row.getString(2)), row.getDate(3).toLocalDate(), optional(row.getDate(4)))))
                .list();
        SchoolRoll page = new SchoolRoll();
        database.sql("""
                        SELECT pupil_id, pupil, upn_index, enrolment, compulsory_from, compulsory_until
                        FROM muster.roll_pupil WHERE urn = ?
                        """)
                .param(urn.value())
                .query((row, i) -> {
                    PupilNumber number = new PupilNumber(row.getString(2));
                    return new RollPupil(
                            new PupilId(row.getString(1)),
                            number,
                            Base64.getUrlEncoder().withoutPadding().encodeToString(row.getBytes(3)),
                            Enrolment.ofStatus(row.getString(4)).orElseThrow(),
                            new CompulsoryAge(
                                    row.getDate(5).toLocalDate(), row.getDate(6).toLocalDate()),
                            List.copyOf(spells.getOrDefault(number, List.of())));
                })
                .list()
                .forEach(page::put);
        return page;
    }

    private static @Nullable LocalDate optional(@Nullable Date date) {
        return date == null ? null : date.toLocalDate();
    }

    Writing writing(Connection connection) {
        return new Writing(connection);
    }

    /**
     * One group's changes, sent to the database together. Changes to different pupils do not touch, so they go by kind of statement; the second
     * event of one pupil waits for the first.
     */
    static final class Writing implements AutoCloseable {

        private static final List<String> ORDER =
                List.of(UPSERT_PUPIL, PLACE_PUPIL, DROP_SPELLS, END_SPELLS, ADD_SPELL);

        private final Connection connection;
        private final Map<String, PreparedStatement> statements = new LinkedHashMap<>();
        private final Set<PupilNumber> touched = new HashSet<>();

        private Writing(Connection connection) {
            this.connection = connection;
        }

        void admit(PupilAdmitted e, PupilId id) throws SQLException {
            begin(e.pupil());
            Placement placement = e.placement();
            add(
                    UPSERT_PUPIL,
                    e.urn().value(),
                    id.value(),
                    e.pupil().value(),
                    upnIndex(placement),
                    placement.enrolment().status(),
                    Date.valueOf(placement.compulsoryAge().firstDay()),
                    Date.valueOf(placement.compulsoryAge().lastDay()));
            spell(e.pupil(), e.urn(), e.group(), e.groupFrom());
        }

        void place(PupilNumber pupil, Placement placement) throws SQLException {
            begin(pupil);
            add(
                    PLACE_PUPIL,
                    upnIndex(placement),
                    placement.enrolment().status(),
                    Date.valueOf(placement.compulsoryAge().firstDay()),
                    Date.valueOf(placement.compulsoryAge().lastDay()),
                    pupil.value());
        }

        void move(PupilMovedGroup e) throws SQLException {
            begin(e.pupil());
            spell(e.pupil(), e.urn(), e.group(), e.from());
        }

        void remove(PupilRemovedFromRoll e) throws SQLException {
            begin(e.pupil());
            cut(e.pupil(), e.on());
        }

        /** Drops the lines of pupils of whom no key is left, and what was kept beside the ledger about following up their absences. */
        void forget(Collection<PupilNumber> pupils) throws SQLException {
            finish();
            String[] numbers = pupils.stream().map(PupilNumber::value).toArray(String[]::new);
            for (String table : BY_PUPIL) {
                try (PreparedStatement statement =
                        connection.prepareStatement("DELETE FROM muster." + table + " WHERE pupil = ANY (?)")) {
                    statement.setArray(1, connection.createArrayOf("text", numbers));
                    statement.executeUpdate();
                }
            }
        }

        /** Sends what is left. */
        void finish() throws SQLException {
            for (String sql : ORDER) {
                PreparedStatement statement = statements.get(sql);
                if (statement != null) {
                    statement.executeBatch();
                }
            }
            touched.clear();
        }

        @Override
        public void close() throws SQLException {
            for (PreparedStatement statement : statements.values()) {
                statement.close();
            }
        }

        private void begin(PupilNumber pupil) throws SQLException {
            if (!touched.add(pupil)) {
                finish();
                touched.add(pupil);
            }
        }

        private void spell(PupilNumber pupil, Urn urn, GroupId group, LocalDate from) throws SQLException {
            cut(pupil, from.minusDays(1));
            add(ADD_SPELL, pupil.value(), urn.value(), group.value(), Date.valueOf(from));
        }

        private void cut(PupilNumber pupil, LocalDate last) throws SQLException {
            add(DROP_SPELLS, pupil.value(), Date.valueOf(last));
            add(END_SPELLS, Date.valueOf(last), pupil.value(), Date.valueOf(last));
        }

        private void add(String sql, Object... values) throws SQLException {
            PreparedStatement statement = statements.get(sql);
            if (statement == null) {
                statement = connection.prepareStatement(sql);
                statements.put(sql, statement);
            }
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.addBatch();
        }

        private static byte[] upnIndex(Placement placement) {
            return Base64.getUrlDecoder().decode(placement.upnIndex());
        }
    }
}
