package uk.muster.kernel.school;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.calendar.SchoolCalendar;
import uk.muster.kernel.calendar.SchoolCalendars;
import uk.muster.kernel.calendar.UnplannedClosure;
import uk.muster.kernel.event.SchoolEvent;
import uk.muster.kernel.event.SchoolEvent.CalendarPublished;
import uk.muster.kernel.event.SchoolEvent.PolicyProfileActivated;
import uk.muster.kernel.event.SchoolEvent.SchoolDetails;
import uk.muster.kernel.event.SchoolEvent.SchoolDetailsChanged;
import uk.muster.kernel.event.SchoolEvent.SchoolRegistered;
import uk.muster.kernel.event.SchoolEvent.UnplannedClosureDeclared;
import uk.muster.kernel.identity.AcademicYear;
import uk.muster.kernel.identity.Urn;

/**
 * A school as its facts, folded in the order in which they were recorded, have it.
 *
 * @param policy the profile that holds now; null only between a school's first event and its second, which are recorded together
 * @param calendars the last one published for each year
 * @param unplannedClosures in the order in which they were declared
 */
public record SchoolState(
        Urn urn,
        SchoolDetails details,
        @Nullable PolicyProfileActivated policy,
        Map<AcademicYear, SchoolCalendar> calendars,
        List<UnplannedClosureDeclared> unplannedClosures) {

    /**
     * The school after one more fact; {@code state} is null before the first.
     *
     * @throws IllegalStateException when the first fact is not a registration
     */
    public static SchoolState evolve(@Nullable SchoolState state, SchoolEvent event) {
        if (event instanceof SchoolRegistered registered) {
            return new SchoolState(registered.urn(), registered.details(), null, Map.of(), List.of());
        }
        if (state == null) {
            throw new IllegalStateException("The facts of a school begin with its registration.");
        }
        return switch (event) {
            case SchoolRegistered e -> state.with(e.details());
            case SchoolDetailsChanged e -> state.with(e.details());
            case PolicyProfileActivated e ->
                new SchoolState(state.urn, state.details, e, state.calendars, state.unplannedClosures);
            case CalendarPublished e -> {
                Map<AcademicYear, SchoolCalendar> all = new TreeMap<>(state.calendars);
                all.put(e.academicYear(), new SchoolCalendar(e.academicYear(), e.terms(), e.closures()));
                yield new SchoolState(
                        state.urn,
                        state.details,
                        state.policy,
                        Collections.unmodifiableMap(all),
                        state.unplannedClosures);
            }
            case UnplannedClosureDeclared e -> {
                List<UnplannedClosureDeclared> all = new ArrayList<>(state.unplannedClosures);
                all.add(e);
                yield new SchoolState(state.urn, state.details, state.policy, state.calendars, List.copyOf(all));
            }
        };
    }

    /** All its years as one; to be kept, since it is worked out anew at each call. */
    public SchoolCalendars allCalendars() {
        return SchoolCalendars.of(
                calendars.values(),
                unplannedClosures.stream()
                        .map(each -> new UnplannedClosure(each.date(), each.session(), each.extent()))
                        .toList());
    }

    private SchoolState with(SchoolDetails changed) {
        return new SchoolState(urn, changed, policy, calendars, unplannedClosures);
    }
}
