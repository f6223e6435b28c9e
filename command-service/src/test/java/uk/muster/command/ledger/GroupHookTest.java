package uk.muster.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupHookTest {

    private final List<String> told = new ArrayList<>();

    @Test
    void aHookThatFailsKeepsNoOtherFromBeingTold() {
        GroupHook all = GroupHook.all(hook("first", false), hook("second", true), hook("third", false));

        assertThatThrownBy(() -> all.afterCommit(List.of())).hasMessage("second");
        all.begin(7);
        all.end();

        assertThat(told)
                .containsExactly(
                        "first",
                        "second",
                        "third",
                        "first 7",
                        "second 7",
                        "third 7",
                        "first end",
                        "second end",
                        "third end");
    }

    private GroupHook hook(String name, boolean fails) {
        return new GroupHook() {
            @Override
            public void inTransaction(Connection connection, List<AppendedEvent> events) {}

            @Override
            public void afterCommit(List<AppendedEvent> events) {
                told.add(name);
                if (fails) {
                    throw new IllegalStateException(name);
                }
            }

            @Override
            public void begin(long position) {
                told.add(name + " " + position);
            }

            @Override
            public void end() {
                told.add(name + " end");
            }
        };
    }
}
