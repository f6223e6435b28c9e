package uk.muster.command.school;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.identity.Urn;

/** Finds registers by the names of their streams in the ledger. */
public final class LedgerRegisters implements RecordedRegisters {

    private final JdbcClient database;

    public LedgerRegisters(JdbcClient database) {
        this.database = database;
    }

    /** Streams of a session lie side by side in the index, between {@code urn/date/half/} and {@code urn/date/half0}. */
    @Override
    public Set<SessionKey> among(Urn urn, Collection<SessionKey> sessions) {
        Set<SessionKey> found = new HashSet<>();
        for (SessionKey session : sessions) {
            String name = urn + "/" + session;
            boolean any = database.sql("SELECT EXISTS (SELECT 1 FROM muster.event WHERE stream >= ? AND stream < ?)")
                    .param(name + "/")
                    .param(name + "0")
                    .query(Boolean.class)
                    .single();
            if (any) {
                found.add(session);
            }
        }
        return found;
    }
}
