package uk.muster.command.school;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.muster.command.axon.AggregateCommand;
import uk.muster.http.problem.Fault;
import uk.muster.kernel.calendar.SchoolCalendar;
import uk.muster.kernel.calendar.UnplannedClosure;
import uk.muster.kernel.event.SchoolEvent.SchoolDetails;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.identity.Person;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.policy.EffectivePolicy;

/** What can be asked of a school. */
public sealed interface SchoolCommand extends AggregateCommand {

    Urn urn();

    @Override
    default Object target() {
        return urn();
    }

    /**
     * Make a school known, or change what is known of it.
     *
     * @param warnings of the policy's activation, to be told with the answer
     */
    record PutSchool(Urn urn, SchoolDetails details, EffectivePolicy policy, List<String> warnings)
            implements SchoolCommand {}

    /** Publish the calendar of a year, in place of one published before. */
    record PublishCalendar(Urn urn, SchoolCalendar calendar) implements SchoolCommand {}

    /** Declare that sessions did not take place, or not in all of the school. */
    record DeclareClosure(
            Urn urn,
            LocalDate date,
            Optional<SessionHalf> session,
            UnplannedClosure.Extent extent,
            String reason,
            Person author)
            implements SchoolCommand {

        @Nullable
        SessionHalf half() {
            return session.orElse(null);
        }
    }

    /**
     * Refuse to declare a closure by a body with faults of form, and name what else is wrong with it.
     *
     * @param faults of form, one or more
     * @param date,session what could be read
     */
    record RefuseClosure(Urn urn, List<Fault> faults, Optional<LocalDate> date, Optional<SessionHalf> session)
            implements SchoolCommand {}

    /** Seal the people of the policy anew, where they lie under the key of a year that is about to be destroyed. */
    record CarryPeople(Urn urn, AcademicYear under) implements SchoolCommand {}
}
