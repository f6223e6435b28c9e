package uk.muster.http.convention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import uk.muster.http.problem.ProblemException;

class CursorTest {

    @Property
    void what_a_list_answered_it_reads_back(
            @ForAll @Size(min = 1, max = 4) List<@net.jqwik.api.From("keys") String> keys) {
        String cursor = Cursor.after("amendments", keys.toArray(String[]::new));

        assertThat(cursor).matches("[A-Za-z0-9_-]+");
        assertThat(Cursor.read("amendments", keys.size(), cursor)).isEqualTo(keys);
    }

    @Property
    void one_character_changed_is_400(
            @ForAll("keys") String key, @ForAll @IntRange(max = 200) int at, @ForAll("letters") char other) {
        String cursor = Cursor.after("amendments", key);
        int place = at % (cursor.length() - 1);
        String changed = cursor.substring(0, place) + other + cursor.substring(place + 1);

        if (!changed.equals(cursor)) {
            assertThatThrownBy(() -> Cursor.read("amendments", 1, changed)).isInstanceOf(ProblemException.class);
        }
    }

    @Property(tries = 500)
    void any_other_text_is_400(@ForAll @Size(max = 60) String text) {
        assertThatThrownBy(() -> Cursor.read("amendments", 1, text)).isInstanceOf(ProblemException.class);
    }

    @Test
    void the_cursor_of_another_list_is_400() {
        String cursor = Cursor.after("amendments", "17");

        assertThatThrownBy(() -> Cursor.read("tasks", 1, cursor)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> Cursor.read("amendments", 2, cursor)).isInstanceOf(ProblemException.class);
    }

    @Provide
    Arbitrary<String> keys() {
        return Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(40);
    }

    @Provide
    Arbitrary<Character> letters() {
        return Arbitraries.chars().range('a', 'z').range('0', '9').with('-', '_', '=', '+');
    }
}
