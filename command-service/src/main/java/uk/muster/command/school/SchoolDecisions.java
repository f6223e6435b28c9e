package uk.muster.command.school;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.muster.command.decision.Answer;
import uk.muster.command.decision.Decision;
import uk.muster.command.keys.Vault;
import uk.muster.command.school.SchoolCommand.CarryPeople;
import uk.muster.command.school.SchoolCommand.DeclareClosure;
import uk.muster.command.school.SchoolCommand.PublishCalendar;
import uk.muster.command.school.SchoolCommand.PutSchool;
import uk.muster.command.school.SchoolCommand.RefuseClosure;
import uk.muster.http.problem.Fault;
import uk.muster.http.problem.Problem;
import uk.muster.kernel.calendar.SchoolCalendar;
import uk.muster.kernel.calendar.SchoolCalendars;
import uk.muster.kernel.event.SchoolEvent;
import uk.muster.kernel.event.SchoolEvent.CalendarPublished;
import uk.muster.kernel.event.SchoolEvent.SchoolDetailsChanged;
import uk.muster.kernel.event.SchoolEvent.SchoolRegistered;
import uk.muster.kernel.event.SchoolEvent.UnplannedClosureDeclared;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.school.SchoolState;

/** What may be recorded of a school. */
final class SchoolDecisions {

    private SchoolDecisions() {}

    static Decision put(@Nullable SchoolState state, PutSchool command, Vault vault) {
        List<SchoolEvent> events = new ArrayList<>();
        if (state == null) {
            events.add(new SchoolRegistered(command.urn(), command.details()));
        } else if (!state.details().equals(command.details())) {
            events.add(new SchoolDetailsChanged(command.urn(), command.details()));
        }
        if (state == null
                || state.policy() == null
                || !state.policy().hash().equals(command.policy().hash())) {
            events.add(PolicyPeople.activated(command.urn(), command.policy(), vault));
        }
        Map<String, Object> body = Map.of(
                "id", command.urn().toString(),
                "policy",
                        Map.of(
                                "id", command.policy().profileId(),
                                "version", command.policy().profileVersion(),
                                "hash", command.policy().hash()),
                "warnings", command.warnings());
        return Decision.accept(events, state == null ? Answer.recorded(body) : Answer.unchanged(body));
    }

    /** The policy stays what it is: it is recorded once more, with its people under this year's key. */
    static Decision carry(@Nullable SchoolState state, CarryPeople command, Vault vault) {
        if (state == null || state.policy() == null) {
            return Decision.refuse(Problem.unknownSchool());
        }
        Map<String, Object> body = Map.of("id", command.urn().toString());
        if (!vault.isUnder(state.policy().people(), command.urn(), command.under())) {
            return Decision.accept(List.of(), Answer.unchanged(body));
        }
        return PolicyPeople.carried(state.policy(), vault)
                .map(carried -> Decision.accept(List.of(carried), Answer.recorded(body)))
                .orElseGet(() -> Decision.accept(List.of(), Answer.unchanged(body)));
    }

    static Decision publish(@Nullable SchoolState state, PublishCalendar command, RecordedRegisters recorded) {
        if (state == null) {
            return Decision.refuse(Problem.unknownSchool());
        }
        SchoolCalendar calendar = command.calendar();
        List<Fault> faults = calendar.faults().stream()
                .map(fault -> new Fault(fault.pointer(), fault.message()))
                .toList();
        if (!faults.isEmpty()) {
            return Decision.refuse(Problem.invalid(faults));
        }
        SchoolCalendar before = state.calendars().get(calendar.year());
        List<String> warnings = new ArrayList<>(calendar.warnings());
        if (before != null) {
            warnings.addAll(marksLeftBehind(command, before, recorded));
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", command.urn() + "/" + calendar.year());
        body.put("warnings", warnings);
        if (calendar.equals(before)) {
            return Decision.accept(List.of(), Answer.unchanged(body));
        }
        CalendarPublished published =
                new CalendarPublished(command.urn(), calendar.year(), calendar.terms(), calendar.closures());
        return Decision.accept(List.of(published), before == null ? Answer.recorded(body) : Answer.unchanged(body));
    }

    /** A calendar may change under marks, for the marks stay what they are; but somebody should look at them. */
    private static List<String> marksLeftBehind(
            PublishCalendar command, SchoolCalendar before, RecordedRegisters recorded) {
        SchoolCalendars now = SchoolCalendars.of(List.of(command.calendar()), List.of());
        List<SessionKey> gone =
                SchoolCalendars.of(List.of(before), List.of())
                        .sessions(before.year().firstDay(), before.year().lastDay())
                        .stream()
                        .filter(session -> !now.isOpen(session))
                        .toList();
        return new TreeSet<>(recorded.among(command.urn(), gone))
                .stream()
                        .map(
                                session -> "Marks are recorded in " + session.date() + " " + session.half()
                                        + ", which is no session of this calendar any more: they are kept and count in no rate.")
                        .toList();
    }

    static Decision declare(@Nullable SchoolState state, DeclareClosure command, Vault vault) {
        if (state == null) {
            return Decision.refuse(Problem.unknownSchool());
        }
        List<Fault> faults = sessionFaults(state, command.date(), command.session());
        if (!faults.isEmpty()) {
            return Decision.refuse(Problem.invalid(faults));
        }
        boolean declared = state.unplannedClosures().stream()
                .anyMatch(each -> each.date().equals(command.date())
                        && (each.session() == null || command.half() == null || each.session() == command.half()));
        if (declared) {
            return Decision.refuse(Problem.conflict("A closure is declared for this session already."));
        }
        UnplannedClosureDeclared closure = new UnplannedClosureDeclared(
                command.urn(),
                UUID.randomUUID(),
                command.date(),
                command.half(),
                command.extent(),
                vault.seal(command.urn(), command.reason()),
                vault.sealJson(command.urn(), command.author()));
        return Decision.accept(
                List.of(closure),
                Answer.recorded(Map.of("id", closure.closureId().toString())));
    }

    /** Refuses a body with faults of form, with all that is wrong with what could be read of it. */
    static Decision declare(@Nullable SchoolState state, RefuseClosure command) {
        List<Fault> broken = state == null || command.date().isEmpty()
                ? List.of()
                : sessionFaults(state, command.date().get(), command.session());
        return Decision.refuse(Problem.invalid(command.faults(), broken));
    }

    private static List<Fault> sessionFaults(SchoolState state, LocalDate date, Optional<SessionHalf> session) {
        SchoolCalendars calendars = state.allCalendars();
        boolean open = Stream.of(SessionHalf.values())
                .filter(half -> session.isEmpty() || session.get() == half)
                .anyMatch(half -> calendars.isOpen(new SessionKey(date, half)));
        return open
                ? List.of()
                : List.of(new Fault(
                        session.isEmpty() ? "/date" : "/session",
                        "The school's published calendar has no session then that could be closed."));
    }
}
