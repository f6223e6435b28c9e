package uk.muster.command.ledger;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.postgresql.ds.common.BaseDataSource;

/** Sessions that lose their connection at a chosen moment, as a network does. */
final class FaultyDatabase {

    /** What happens to the next COMMIT of something written. */
    enum Fault {
        NONE,
        /** The server commits, but its answer never comes. */
        LOST_AFTER_COMMIT,
        /** The connection goes before the server has seen the COMMIT. */
        LOST_BEFORE_COMMIT
    }

    private final AtomicReference<Fault> next = new AtomicReference<>(Fault.NONE);
    private final BaseDataSource database;
    private volatile boolean away;

    FaultyDatabase(BaseDataSource database) {
        this.database = database;
    }

    void next(Fault fault) {
        next.set(fault);
    }

    /** Whether the server takes new connections. */
    void away(boolean isAway) {
        away = isAway;
    }

    DataSource source() {
        return (DataSource) Proxy.newProxyInstance(
                FaultyDatabase.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                    if (!method.getName().equals("getConnection")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    if (away) {
                        throw new SQLException("The server is away.", "08001");
                    }
                    return faulty(database.getConnection());
                });
    }

    private Connection faulty(Connection connection) {
        AtomicBoolean written = new AtomicBoolean();
        return (Connection) Proxy.newProxyInstance(
                FaultyDatabase.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "commit" -> {
                            commit(connection, written.getAndSet(false));
                            return null;
                        }
                        case "unwrap" -> written.set(true);
                        case "prepareStatement" ->
                            written.compareAndSet(false, ((String) arguments[0]).startsWith("INSERT"));
                        default -> {}
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void commit(Connection connection, boolean written) throws SQLException {
        switch (written ? next.getAndSet(Fault.NONE) : Fault.NONE) {
            case NONE -> connection.commit();
            case LOST_AFTER_COMMIT -> {
                connection.commit();
                connection.close();
                throw new SQLException("The connection was lost.", "08006");
            }
            case LOST_BEFORE_COMMIT -> {
                connection.close();
                throw new SQLException("The connection was lost.", "08006");
            }
        }
    }
}
