package uk.muster.acceptance.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each page for each role: shown, or refused on a page that says so. Of the pages of the school 900001 the path begins after the school. */
class RolesInBrowserTest {

    @ParameterizedTest
    @CsvSource({
        "M. Gablefield, /today /tasks /registers {register} {term} /pupils /pupils/p9 /at-risk /penalty-windows /punctuality, {audit}",
        "P. Otterstead, /today /tasks /registers {register} {term} /pupils /pupils/p9 /at-risk /penalty-windows /punctuality, {audit}",
        "R. Hazelridge, /today /tasks /registers {register} {term} /pupils /pupils/p9 /at-risk /penalty-windows /punctuality, {audit}",
        "Teacher of 2-Willow, /registers {register} {term}, {work} /at-risk /penalty-windows {audit}",
        "V. Marrowfield, /at-risk /penalty-windows, {work} /registers {register} {term} {audit}",
        "L. Tallystone, /registers {register} {term} {audit}, {work} /at-risk /penalty-windows",
        "B. Switchmere, '', {work} /registers {register} {term} /at-risk /penalty-windows {audit}"
    })
    void eachRoleReadsItsPagesAndIsRefusedTheOthers(String person, String shown, String refused) {
        try (Console console = Console.of(Scene.muster().queries()).signIn(person)) {
            for (String path : paths(shown)) {
                assertThat(console.go(path)).as(person + " at " + path).isEqualTo(200);
            }
            for (String path : paths(refused)) {
                assertThat(console.go(path)).as(person + " at " + path).isEqualTo(403);
                assertThat(console.heading()).isEqualTo("You can’t see this page");
            }
            console.isInOrder();
        }
    }

    /** What is written in short, in full. */
    private static String[] paths(String list) {
        if (list.isEmpty()) {
            return new String[0];
        }
        String[] paths = list.replace("{audit}", "{amendments} {access} {replay} {checkpoints}")
                .replace("{work}", "/today /tasks /pupils /pupils/p9 /punctuality /pupils/p9/contact-attempts/new")
                .replace("{register}", "/registers/2026-09-07/AM/3A")
                .replace("{term}", "/registers/2026-09-07/AM/3A?view=term")
                .split(" ");
        for (int i = 0; i < paths.length; i++) {
            paths[i] = switch (paths[i]) {
                case "{amendments}" -> "/audit/amendments?urn=900001";
                case "{access}" -> "/audit/access?urn=900001";
                case "{replay}" -> "/audit/replay?urn=900001&date=2026-09-03&session=AM&group=3A";
                case "{checkpoints}" -> "/audit/checkpoints?urn=900001";
                default -> Scene.SCHOOL + paths[i];
            };
        }
        return paths;
    }
}
