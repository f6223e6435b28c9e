package uk.muster.command.backup;

import java.util.List;
import java.util.Map;

/**
 * What a backup holds: the last entry of its file, so that one which was cut has none.
 *
 * @param format of the file, {@value #FORMAT}
 * @param madeAt business time, ISO 8601 in UTC
 * @param schema the version of the database's schema that the tables have
 * @param position the last of the ledger; 0 for an empty one
 * @param identities the last number that each identity column gave, by {@code table.column}
 */
public record Manifest(
        int format, String madeAt, String schema, long position, List<Table> tables, Map<String, Long> identities) {

    static final int FORMAT = 1;

    public Manifest {
        tables = List.copyOf(tables);
        identities = Map.copyOf(identities);
    }

    /**
     * A table, which is the entry {@code tables/<name>} in PostgreSQL's text form of COPY.
     *
     * @param columns in the order in which each row has them
     * @param sha256 of the entry's bytes, hexadecimal
     */
    public record Table(String name, List<String> columns, long rows, String sha256) {

        public Table {
            columns = List.copyOf(columns);
        }

        String entry() {
            return "tables/" + name;
        }
    }
}
