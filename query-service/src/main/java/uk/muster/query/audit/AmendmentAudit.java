package uk.muster.query.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import uk.muster.http.convention.Cursor;
import uk.muster.http.convention.Page;
import uk.muster.http.convention.PageLimit;
import uk.muster.http.identity.Caller;
import uk.muster.http.identity.SchoolScope;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.event.EventTypes;
import uk.muster.kernel.event.PupilEvent.PupilIdentity;
import uk.muster.kernel.event.RegisterEvent.MarkAmended;
import uk.muster.kernel.event.StoredEvent;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.sealing.KeyFinder;
import uk.muster.query.access.Kind;
import uk.muster.query.access.Look;
import uk.muster.query.access.Looks;
import uk.muster.query.keys.Opener;

/** Every amendment in the order in which they were recorded. Whoever reads them is recorded. */
public final class AmendmentAudit {

    private static final String LIST = "amendments";
    private static final int AT_ONCE = 500;

    private final Ledger ledger;
    private final Opener opener;
    private final PupilNames names;
    private final Looks looks;

    AmendmentAudit(Ledger ledger, Opener opener, KeyFinder keys, Looks looks) {
        this.ledger = ledger;
        this.opener = opener;
        this.looks = looks;
        this.names = new PupilNames(ledger, new Openings(keys));
    }

    /**
     * Which amendments are asked for.
     *
     * @param author the id of the person who made them
     * @param from,to first and last day (Europe/London) on which they were made, both inclusive
     */
    public record Question(
            SchoolScope schools,
            @Nullable PupilId pupil,
            @Nullable String author,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        /**
         * What a caller may ask.
         *
         * @param urn every school of the caller's when it is left out
         * @throws uk.muster.http.problem.ProblemException 404 for a school that is not the caller's
         */
        public static Question by(
                Caller caller,
                @Nullable Urn urn,
                @Nullable PupilId pupil,
                @Nullable String author,
                @Nullable LocalDate from,
                @Nullable LocalDate to) {
            if (urn == null) {
                return new Question(caller.schools(), pupil, author, from, to);
            }
            caller.requireSchool(urn);
            return new Question(new SchoolScope.Listed(Set.of(urn)), pupil, author, from, to);
        }
    }

    public Page<AmendmentRecord> read(Question question, PageLimit limit, @Nullable String cursor) {
        long after =
                cursor == null ? 0 : Long.parseLong(Cursor.read(LIST, 1, cursor).getFirst());
        Set<PupilNumber> pupils = question.pupil() == null ? Set.of() : ledger.numbersOf(question.pupil());
        List<Amendment> found = new ArrayList<>();
        while (found.size() <= limit.value()) {
            List<StoredEvent> events = ledger.amendments(question.schools(), after, AT_ONCE);
            List<Amendment> amendments = events.stream().map(Amendment::of).toList();
            opener.prepare(amendments.stream().map(each -> each.fact().author()).toList());
            amendments.stream()
                    .filter(each -> question.pupil() == null
                            || pupils.contains(each.fact().pupil()))
                    .filter(each -> wants(question, each.fact()))
                    .forEach(found::add);
            if (events.size() < AT_ONCE) {
                break;
            }
            after = events.getLast().position();
        }
        List<Amendment> page = found.subList(0, Math.min(found.size(), limit.value()));
        page.stream()
                .map(each -> each.event().urn())
                .distinct()
                .forEach(urn -> looks.at(Look.ofSchool(Kind.AMENDMENTS, urn)));
        return new Page<>(
                shown(page),
                found.size() > page.size()
                        ? Cursor.after(
                                LIST, Long.toString(page.getLast().event().position()))
                        : null);
    }

    private boolean wants(Question question, MarkAmended fact) {
        LocalDate day = London.dateOf(fact.amendedAt());
        return (question.from() == null || !day.isBefore(question.from()))
                && (question.to() == null || !day.isAfter(question.to()))
                && (question.author() == null || question.author().equals(authorId(fact)));
    }

    private @Nullable String authorId(MarkAmended fact) {
        JsonNode author = opener.json(fact.author());
        return author == null ? null : author.path("id").asString(null);
    }

    private List<AmendmentRecord> shown(List<Amendment> page) {
        opener.prepare(page.stream()
                .flatMap(each -> Stream.of(
                        each.fact().reason(), each.fact().detail(), each.fact().approver()))
                .flatMap(Stream::ofNullable)
                .toList());
        Map<Urn, Set<PupilNumber>> bySchool = page.stream()
                .collect(Collectors.groupingBy(
                        each -> each.event().urn(),
                        Collectors.mapping(each -> each.fact().pupil(), Collectors.toSet())));
        List<AmendmentRecord> shown = new ArrayList<>(page.size());
        Map<Urn, Map<PupilNumber, PupilIdentity>> identities = bySchool.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> names.of(e.getKey(), e.getValue())));
        for (Amendment each : page) {
            PupilIdentity identity = identities
                    .getOrDefault(each.event().urn(), Map.of())
                    .get(each.fact().pupil());
            shown.add(record(each, identity == null ? Opener.ERASED : identity.pupilId()));
        }
        return shown;
    }

    private AmendmentRecord record(Amendment amendment, String pupilId) {
        MarkAmended fact = amendment.fact();
        return new AmendmentRecord(
                fact.amendmentId().toString(),
                amendment.event().position(),
                fact.register(),
                fact.register().urn(),
                fact.register().session().date(),
                fact.register().session().half(),
                fact.register().group(),
                pupilId,
                fact.originalCode(),
                fact.amendedCode(),
                fact.minutesLate(),
                opener.shown(fact.detail()),
                opener.shown(fact.reason()),
                opener.json(fact.author()),
                fact.amendedAt(),
                amendment.event().recordedAt(),
                fact.afterWindow(),
                opener.json(fact.approver()));
    }

    private record Amendment(StoredEvent event, MarkAmended fact) {

        static Amendment of(StoredEvent event) {
            return new Amendment(event, (MarkAmended) EventTypes.read(event.type(), event.payload()));
        }
    }
}
