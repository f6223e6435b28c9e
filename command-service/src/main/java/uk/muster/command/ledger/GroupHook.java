package uk.muster.command.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What is written together with the events, such as the roll book. Called on the writer's thread, so it must be quick. */
public interface GroupHook {

    /** Writes nothing. */
    GroupHook NONE = (connection, events) -> {};

    /** All of the hooks, in their order; one that fails after a commit keeps no other from being told of it. */
    static GroupHook all(GroupHook... hooks) {
        List<GroupHook> each = List.of(hooks);
        return new GroupHook() {
            @Override
            public void inTransaction(Connection connection, List<AppendedEvent> events) throws SQLException {
                for (GroupHook hook : each) {
                    hook.inTransaction(connection, events);
                }
            }

            @Override
            public void afterCommit(List<AppendedEvent> events) {
                RuntimeException failed = null;
                for (GroupHook hook : each) {
                    try {
                        hook.afterCommit(events);
                    } catch (RuntimeException e) {
                        failed = failed == null ? e : failed;
                    }
                }
                if (failed != null) {
                    throw failed;
                }
            }

            @Override
            public void begin(long position) {
                each.forEach(hook -> hook.begin(position));
            }

            @Override
            public void end() {
                each.forEach(GroupHook::end);
            }
        };
    }

    /**
     * Writes in the transaction of the group. The events are numbered and stored but not yet committed; a failure here fails the append it
     * belongs to. May be called again for the same events, in another grouping and with other positions, when a commit failed.
     *
     * @param events in the order of their positions, never empty
     */
    void inTransaction(Connection connection, List<AppendedEvent> events) throws SQLException;

    /** Called once the events are committed, before anyone is told; a place to refresh caches. Must not fail. */
    default void afterCommit(List<AppendedEvent> events) {}

    /**
     * Called when this instance begins to write, before its first append. Another one may have written until now, so that whatever was remembered is
     * to be forgotten. Must not fail.
     *
     * @param position of the last event
     */
    default void begin(long position) {}

    /** Called when this instance writes no more: another one may. Must not fail. */
    default void end() {}
}
