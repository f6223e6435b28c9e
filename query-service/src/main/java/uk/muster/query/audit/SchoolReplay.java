package uk.muster.query.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.calendar.Closure;
import uk.muster.kernel.calendar.SchoolCalendar;
import uk.muster.kernel.calendar.Term;
import uk.muster.kernel.event.MusterEvent;
import uk.muster.kernel.event.SchoolEvent;
import uk.muster.kernel.event.SchoolEvent.PolicyProfileActivated;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.school.SchoolState;

/** A school: details, policy, calendars by year, unplanned closures. */
final class SchoolReplay implements StreamReplay {

    private @Nullable SchoolState state;

    private record Policy(String profileId, String profileVersion, String hash) {}

    private record Calendar(List<Term> terms, List<Closure> closures) {}

    private record Unplanned(LocalDate date, @Nullable SessionHalf session, String code) {}

    @Override
    public void take(MusterEvent event, Instant recordedAt) {
        state = SchoolState.evolve(state, (SchoolEvent) event);
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        SchoolState now = state;
        if (now != null) {
            fields.put("details", now.details());
            PolicyProfileActivated policy = now.policy();
            if (policy != null) {
                fields.put("policy", new Policy(policy.profileId(), policy.profileVersion(), policy.hash()));
            }
            Map<String, Calendar> calendars = new TreeMap<>();
            now.calendars().forEach((year, calendar) -> calendars.put(year.toString(), shown(calendar)));
            fields.put("calendars", calendars);
            fields.put(
                    "unplannedClosures",
                    now.unplannedClosures().stream()
                            .map(each -> new Unplanned(
                                    each.date(), each.session(), each.extent().code()))
                            .toList());
        }
        return fields;
    }

    private static Calendar shown(SchoolCalendar calendar) {
        return new Calendar(calendar.terms(), calendar.closures());
    }
}
