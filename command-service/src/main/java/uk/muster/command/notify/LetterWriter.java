package uk.muster.command.notify;

import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import uk.muster.command.keys.Vault;
import uk.muster.command.roll.RollBook;
import uk.muster.command.roll.RollPupil;
import uk.muster.command.school.School;
import uk.muster.command.school.SchoolBook;
import uk.muster.kernel.identity.PupilId;

/**
 * Writes the letter of a notice. E-mail is read by more people than it is meant for, so it says which school, which pupil by the MIS's own id, and
 * which session; no name of a child, no reason, and nothing of why somebody is told.
 */
public final class LetterWriter {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);

    private final Vault vault;
    private final SchoolBook schools;
    private final RollBook roll;
    private final InstantSource clock;

    public LetterWriter(Vault vault, SchoolBook schools, RollBook roll, InstantSource clock) {
        this.vault = vault;
        this.schools = schools;
        this.roll = roll;
        this.clock = clock;
    }

    /**
     * The letter, or empty when the address was erased.
     *
     * @throws IllegalStateException when the school or the pupil is not in the books, or the address does not open
     */
    Optional<Letter> write(Notice notice) {
        return vault.open(notice.address()).map(address -> write(notice, address));
    }

    private Letter write(Notice notice, String address) {
        School school = schools.find(notice.urn())
                .orElseThrow(() -> new IllegalStateException("A message is about a school that is not known."));
        PupilId pupil = roll.of(notice.urn())
                .find(notice.pupil())
                .map(RollPupil::pupilId)
                .orElseThrow(() -> new IllegalStateException("A message is about a pupil who is not known."));
        String from = onOneLine(school.state().details().name()) + " (URN " + notice.urn() + ")";
        String subject = "Unexplained absence at " + from + ": pupil " + pupil + ", "
                + notice.session().date() + " " + notice.session().half();
        String half = switch (notice.session().half()) {
            case AM -> "morning";
            case PM -> "afternoon";
        };
        String text = """
                %s does not know why a pupil with whom you work is absent.

                Pupil: %s (this is how the school's own records number them)
                Session: %s, %s

                The pupil is not named here on purpose. Please ask the school, and answer to the school.
                """.formatted(from, pupil, DAY.format(notice.session().date()), half);
        return new Letter(notice.id(), address.strip(), subject, text, clock.instant());
    }

    /** A name with a line break in it would go on in the headers of a message. */
    private static String onOneLine(String name) {
        return name.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ");
    }
}
