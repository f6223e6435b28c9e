package uk.muster.kernel.event;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import uk.muster.kernel.calendar.Closure;
import uk.muster.kernel.calendar.Term;
import uk.muster.kernel.calendar.UnplannedClosure;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.sealing.Sealed;

/** What happens to a school: its details, the policy it follows, its calendar and closures nobody planned. Stream {@code urn}. */
public sealed interface SchoolEvent extends MusterEvent {

    Urn urn();

    /** A fact that a school was made known. */
    record SchoolRegistered(Urn urn, SchoolDetails details) implements SchoolEvent {}

    /** A fact that a school's name, authority, phase or trust changed. */
    record SchoolDetailsChanged(Urn urn, SchoolDetails details) implements SchoolEvent {}

    /**
     * A fact that a school follows a policy from now on. Past events are not judged again.
     *
     * @param profile the merged profile (baseline, profile, overlay) without the people in it
     * @param people the published contacts and the responsible officer, sealed for the school: a JSON object {@code {contacts, responsible_officer}}
     * @param hash of the whole merged profile, kept with every event that a rule of it decided
     */
    record PolicyProfileActivated(
            Urn urn, String profileId, String profileVersion, String hash, JsonNode profile, Sealed people)
            implements SchoolEvent {}

    /** A fact that the school published the calendar of a year, in place of any it had published for it before. */
    record CalendarPublished(Urn urn, AcademicYear academicYear, List<Term> terms, List<Closure> closures)
            implements SchoolEvent {}

    /** A fact that sessions did not take place and were not planned so (part of the premises {@code Y3}, the whole site {@code Y4}). */
    record UnplannedClosureDeclared(
            Urn urn,
            UUID closureId,
            LocalDate date,
            @Nullable SessionHalf session,
            UnplannedClosure.Extent extent,
            Sealed reason,
            Sealed author)
            implements SchoolEvent {}

    /** What is public about a school. {@code laCode} is the authority's three digits. */
    record SchoolDetails(
            String name,
            String laCode,
            Phase phase,
            @Nullable String trust) {}

    /** The phase of education, which national rates are published by. */
    enum Phase {
        PRIMARY,
        SECONDARY,
        SPECIAL,
        ALL_THROUGH
    }
}
