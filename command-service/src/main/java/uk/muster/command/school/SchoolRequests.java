package uk.muster.command.school;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;
import uk.muster.command.school.SchoolCommand.DeclareClosure;
import uk.muster.command.school.SchoolCommand.PublishCalendar;
import uk.muster.command.school.SchoolCommand.PutSchool;
import uk.muster.command.school.SchoolCommand.RefuseClosure;
import uk.muster.http.body.Body;
import uk.muster.http.body.Fields;
import uk.muster.kernel.calendar.Closure;
import uk.muster.kernel.calendar.ClosureKind;
import uk.muster.kernel.calendar.SchoolCalendar;
import uk.muster.kernel.calendar.Term;
import uk.muster.kernel.calendar.UnplannedClosure;
import uk.muster.kernel.event.SchoolEvent.Phase;
import uk.muster.kernel.event.SchoolEvent.SchoolDetails;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.TrustId;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.policy.Activation;
import uk.muster.kernel.policy.PolicyFault;
import uk.muster.kernel.policy.PolicyProfile;
import uk.muster.kernel.policy.Profiles;

/** Bodies of requests about schools, read into commands. */
public final class SchoolRequests {

    private static final int MOST_TERMS = 12;
    private static final int MOST_CLOSURES = 400;
    private static final Map<String, UnplannedClosure.Extent> EXTENTS = Stream.of(UnplannedClosure.Extent.values())
            .collect(Collectors.toUnmodifiableMap(UnplannedClosure.Extent::code, Function.identity()));

    private SchoolRequests() {}

    /** {@code name}, {@code laCode}, {@code phase}, {@code policyProfile}, {@code policyOverlay?}, {@code trust?}. */
    public static PutSchool putting(Urn urn, Fields body) {
        SchoolDetails details = new SchoolDetails(
                body.line("name", 1, 200),
                body.value("laCode", "the three digits of a local authority", SchoolRequests::laCode),
                body.enumOf("phase", Phase.class),
                body.optionalValue("trust", "1 to 64 of the characters A-Z a-z 0-9 . _ and -", TrustId::new)
                        .map(TrustId::value)
                        .orElse(null));
        PolicyProfile profile = body.value(
                "policyProfile",
                "one of the policy profiles " + String.join(", ", Profiles.ids()),
                id -> Profiles.find(id).orElseThrow(() -> new IllegalArgumentException("No such profile.")));
        Optional<ObjectNode> overlay = body.optionalTree("policyOverlay");
        return switch (profile.activate(overlay.orElse(null))) {
            case Activation.Activated(var policy, var warnings) -> new PutSchool(urn, details, policy, warnings);
            case Activation.Refused(var faults) -> {
                faults.forEach(fault -> note(fault, body));
                throw new IllegalArgumentException("The policy can't be taken on.");
            }
        };
    }

    private static void note(PolicyFault fault, Fields body) {
        if (fault.wrongType()) {
            body.wrongTypeAt(fault.pointer(), fault.message());
        } else {
            body.faultAt(fault.pointer(), fault.message());
        }
    }

    /** {@code terms}, {@code closures}. What could be read of a body at fault is judged too, so that all of its faults are named. */
    public static PublishCalendar publishing(Urn urn, AcademicYear year, Fields body) {
        List<Sent<Term>> terms = body.list(
                "terms",
                1,
                MOST_TERMS,
                term -> new Sent<>(
                        term.pointer(), new Term(term.line("name", 1, 100), term.date("from"), term.date("to"))));
        boolean everyTerm = body.isWhole();
        List<Sent<Closure>> closures = body.optionalList(
                "closures",
                MOST_CLOSURES,
                closure -> new Sent<>(
                        closure.pointer(),
                        new Closure(
                                closure.date("date"),
                                closure.enumOf("kind", ClosureKind.class),
                                closure.optionalEnum("session", SessionHalf.class)
                                        .orElse(null))));
        SchoolCalendar calendar = calendar(year, terms, closures);
        if (!body.isWhole() && !terms.isEmpty()) {
            // Without every term nobody knows whether a closure lies in one.
            SchoolCalendar judged = everyTerm ? calendar : calendar(year, terms, List.of());
            judged.faults().forEach(fault -> body.faultAt(placed(fault.pointer(), terms, closures), fault.message()));
        }
        return new PublishCalendar(urn, calendar);
    }

    /** An item and where it stands in the body. */
    private record Sent<T>(String pointer, T item) {}

    private static SchoolCalendar calendar(AcademicYear year, List<Sent<Term>> terms, List<Sent<Closure>> closures) {
        return new SchoolCalendar(
                year,
                terms.stream().map(Sent::item).toList(),
                closures.stream().map(Sent::item).toList());
    }

    /** A pointer into the calendar, such as {@code /terms/1/from}, as one into the body, of which items may have been left out. */
    private static String placed(String pointer, List<Sent<Term>> terms, List<Sent<Closure>> closures) {
        String[] parts = pointer.split("/", -1);
        int item = Integer.parseInt(parts[2]);
        String sent = parts[1].equals("terms")
                ? terms.get(item).pointer()
                : closures.get(item).pointer();
        return sent + "/" + parts[3];
    }

    /**
     * {@code date}, {@code session?}, {@code code}, {@code reason}, {@code author}. A body with faults of form is read as far as it can be.
     *
     * @throws uk.muster.http.problem.ProblemException 400 when it is malformed
     */
    public static SchoolCommand declaring(Urn urn, Body body) {
        return body.readOr(
                fields -> declaring(urn, fields),
                (again, refused) -> new RefuseClosure(
                        urn,
                        refused.problem().errors(),
                        again.optionalDate("date"),
                        again.optionalEnum("session", SessionHalf.class)));
    }

    static DeclareClosure declaring(Urn urn, Fields body) {
        return new DeclareClosure(
                urn,
                body.date("date"),
                body.optionalEnum("session", SessionHalf.class),
                body.value("code", "Y3 or Y4", SchoolRequests::extent),
                body.text("reason", 1, 1_000),
                body.person("author"));
    }

    private static String laCode(String text) {
        if (text.length() != 3 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("A local authority has three digits.");
        }
        return text;
    }

    private static UnplannedClosure.Extent extent(String code) {
        UnplannedClosure.Extent extent = EXTENTS.get(code);
        if (extent == null) {
            throw new IllegalArgumentException("Y3 or Y4.");
        }
        return extent;
    }
}
