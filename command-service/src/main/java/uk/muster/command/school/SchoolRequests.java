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

    /** {@code terms}, {@code closures}. */
    public static PublishCalendar publishing(Urn urn, AcademicYear year, Fields body) {
        List<Term> terms = body.list(
                "terms",
                1,
                MOST_TERMS,
                term -> new Term(term.line("name", 1, 100), term.date("from"), term.date("to")));
        List<Closure> closures = body.optionalList(
                "closures",
                MOST_CLOSURES,
                closure -> new Closure(
                        closure.date("date"),
                        closure.enumOf("kind", ClosureKind.class),
                        closure.optionalEnum("session", SessionHalf.class).orElse(null)));
        return new PublishCalendar(urn, new SchoolCalendar(year, terms, closures));
    }

    /** {@code date}, {@code session?}, {@code code}, {@code reason}, {@code author}. */
    public static DeclareClosure declaring(Urn urn, Fields body) {
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
