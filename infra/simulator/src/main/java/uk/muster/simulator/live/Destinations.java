package uk.muster.simulator.live;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import uk.muster.kernel.event.AbsenceEvent.Destination;

/** To whom the actions of a policy pass a concern. */
final class Destinations {

    private Destinations() {}

    static Set<Destination> of(List<String> actions) {
        Set<Destination> all = new LinkedHashSet<>();
        actions.stream().flatMap(Destinations::of).forEach(all::add);
        return all;
    }

    private static Stream<Destination> of(String action) {
        return switch (action) {
            case "safeguarding_escalation", "share_with_dsl", "formal_safeguarding" ->
                Stream.of(Destination.SAFEGUARDING);
            case "refer_social_care", "social_care" -> Stream.of(Destination.SOCIAL_CARE);
            case "police", "police_safe_and_well" -> Stream.of(Destination.POLICE);
            case "la_notify", "la_attendance_team", "involve_ewo" -> Stream.of(Destination.LA);
            case "refer_cme_officer" -> Stream.of(Destination.CME);
            default -> Stream.empty();
        };
    }
}
