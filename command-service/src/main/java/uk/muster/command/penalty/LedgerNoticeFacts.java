package uk.muster.command.penalty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import uk.muster.command.absence.AbsenceCommand.AbsenceStream;
import uk.muster.command.keys.Vault;
import uk.muster.command.ledger.LedgerReader;
import uk.muster.command.roll.RollBook;
import uk.muster.command.roll.RollPupil;
import uk.muster.command.school.School;
import uk.muster.kernel.absence.AbsenceState;
import uk.muster.kernel.event.EventTypes;
import uk.muster.kernel.event.PupilEvent;
import uk.muster.kernel.event.PupilEvent.Contact;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.penalty.Notice;
import uk.muster.kernel.penalty.NoticeMarks;
import uk.muster.kernel.pupil.GroupSpell;
import uk.muster.kernel.pupil.PupilState;
import uk.muster.kernel.register.RegisterState;

/** Gathers from the ledger, as of now: the admission registers of every school of the child, the notices there, and the registers behind one. */
public final class LedgerNoticeFacts implements NoticeFacts {

    private static final TypeReference<List<Contact>> CONTACTS = new TypeReference<>() {};

    private final LedgerReader ledger;
    private final RollBook roll;
    private final Vault vault;

    public LedgerNoticeFacts(LedgerReader ledger, RollBook roll, Vault vault) {
        this.ledger = ledger;
        this.roll = roll;
        this.vault = vault;
    }

    @Override
    public List<Contact> contacts(AbsenceStream absences) {
        String stream = pupilStream(absences);
        return contacts(ledger.streams(List.of(stream)).getOrDefault(stream, List.of()));
    }

    /** Who an adult is may have become known only after their notice, so what that school's contacts say now counts too. */
    @Override
    public List<Notice> elsewhere(RollPupil pupil, String personRef) {
        List<AbsenceStream> others = roll.elsewhere(pupil).entrySet().stream()
                .map(each -> new AbsenceStream(each.getKey(), each.getValue()))
                .toList();
        Map<String, List<StoredEvent>> streams = ledger.streams(others.stream()
                .flatMap(each -> Stream.of(each.toString(), pupilStream(each)))
                .toList());
        List<Notice> found = new ArrayList<>();
        for (AbsenceStream other : others) {
            List<Contact> contacts = contacts(streams.getOrDefault(pupilStream(other), List.of()));
            AbsenceState.fold(streams.getOrDefault(other.toString(), List.of())).notices().penalties().stream()
                    .filter(notice -> Parents.isSame(vault, notice, personRef)
                            || contacts.stream()
                                    .anyMatch(contact -> contact.id().equals(notice.contactId())
                                            && personRef.equals(contact.personRef())))
                    .forEach(found::add);
        }
        return found;
    }

    @Override
    public NoticeMarks marks(AbsenceStream absences, School school, RollPupil pupil, LocalDate issuedOn) {
        LocalDate from = NoticeMarks.firstDay(school.calendars(), issuedOn);
        List<GroupId> groups =
                pupil.groups().stream().map(GroupSpell::group).distinct().toList();
        List<RegisterId> registers = school.calendars().sessions(from, issuedOn).stream()
                .flatMap(session -> groups.stream().map(group -> new RegisterId(absences.urn(), session, group)))
                .toList();
        Map<String, List<StoredEvent>> streams =
                ledger.streams(registers.stream().map(RegisterId::toString).toList());
        NavigableMap<SessionKey, String> codes = new TreeMap<>();
        for (RegisterId register : registers) {
            RegisterState.fold(streams.getOrDefault(register.toString(), List.of()))
                    .entry(pupil.number())
                    .ifPresent(entry -> {
                        // After a move between groups the mark of the group of the day counts.
                        if (pupil.groupOn(register.session().date())
                                        .filter(register.group()::equals)
                                        .isPresent()
                                || !codes.containsKey(register.session())) {
                            codes.put(register.session(), entry.code());
                        }
                    });
        }
        return new NoticeMarks(school.calendars(), codes);
    }

    private List<Contact> contacts(List<StoredEvent> events) {
        @Nullable PupilState state = null;
        for (StoredEvent stored : events) {
            state = PupilState.evolve(state, (PupilEvent) EventTypes.read(stored.type(), stored.payload()));
        }
        return Optional.ofNullable(state)
                .flatMap(pupil -> vault.openJson(pupil.contacts(), CONTACTS))
                .orElse(List.of());
    }

    private static String pupilStream(AbsenceStream absences) {
        return absences.urn() + "/" + absences.pupil();
    }
}
