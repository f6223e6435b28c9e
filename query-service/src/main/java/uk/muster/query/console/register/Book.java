package uk.muster.query.console.register;

import java.util.Map;
import java.util.SequencedMap;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.query.console.shell.Say;
import uk.muster.query.register.ClassRegisters;
import uk.muster.query.register.RegisterPage;
import uk.muster.query.register.RegisterPage.MarkLine;

/**
 * A class's registers of some days, with everybody who is in them.
 *
 * @param pupils what each is called on the page, by id, in the order of the rows
 * @param marks of each pupil who has any, by register
 */
record Book(
        ClassRegisters registers, SequencedMap<String, String> pupils, Map<String, Map<RegisterId, MarkLine>> marks) {

    Map<RegisterId, MarkLine> of(String pupilId) {
        return marks.getOrDefault(pupilId, Map.of());
    }

    /** How many were taken, and how many of their marks amended. */
    String summary() {
        long taken = registers.pages().values().stream()
                .filter(page -> page.takenAt() != null)
                .count();
        long amended = registers.pages().values().stream()
                .map(RegisterPage::marks)
                .flatMap(marks -> marks.stream())
                .filter(mark -> !mark.amendments().isEmpty())
                .count();
        return Say.count(taken, "register") + " taken, " + Say.count(amended, "mark") + " amended";
    }
}
