package uk.muster.query.console.board;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import uk.muster.kernel.event.AbsenceEvent.ContactAttempted;
import uk.muster.kernel.event.AbsenceEvent.Outcome;
import uk.muster.kernel.event.PupilEvent.Contact;
import uk.muster.query.board.NotIn;
import uk.muster.query.console.board.BoardPage.Missing;
import uk.muster.query.console.shell.MarkLook;
import uk.muster.query.console.shell.Say;
import uk.muster.query.pupil.PupilOpener;

/** Puts who is not in into words: the longest silence first, then by name. */
final class NotInWords {

    private static final Comparator<NotIn> LONGEST =
            Comparator.comparingInt(NotIn::day).reversed();

    private final PupilOpener opener;

    NotInWords(PupilOpener opener) {
        this.opener = opener;
    }

    List<Missing> of(List<NotIn> pupils) {
        opener.prepare(pupils.stream().map(NotIn::pupil).toList());
        return pupils.stream()
                .sorted(LONGEST.thenComparing(each -> opener.sortingNameOf(each.pupil())))
                .map(this::missing)
                .toList();
    }

    private Missing missing(NotIn each) {
        Optional<Contact> first = opener.contactsOf(each.pupil()).stream().findFirst();
        return new Missing(
                opener.idOf(each.pupil()),
                opener.nameOf(each.pupil()),
                each.group().value(),
                opener.flagsOf(each.pupil()).stream().map(Say::flag).toList(),
                look(each),
                Say.half(each.half()),
                each.day() == 0 ? "" : "Day " + each.day(),
                each.day() > 1,
                attempts(each.attempts()),
                UUID.randomUUID().toString(),
                first.map(Contact::id).orElse(null),
                first.map(Contact::name).orElse(null),
                first.map(Contact::phone).orElse(null));
    }

    /** A reason that is known may tell of health or religion: it is read on the child's page, where it is on record who looked. */
    private static MarkLook look(NotIn each) {
        String code = each.code();
        if (code == null) {
            return MarkLook.NONE;
        }
        return each.isUnexplained() ? MarkLook.of(code) : MarkLook.CLOSED;
    }

    private static String attempts(List<ContactAttempted> attempts) {
        if (attempts.isEmpty()) {
            return "Nobody called yet";
        }
        ContactAttempted last = attempts.getLast();
        boolean spoken = attempts.stream().anyMatch(attempt -> attempt.outcome() == Outcome.SPOKE);
        return (spoken ? "Spoken with" : Say.count(attempts.size(), "attempt")) + ", last at " + Say.time(last.at())
                + ": " + Say.phrase(last.outcome().name()).toLowerCase(Locale.ROOT);
    }
}
