package uk.muster.simulator.http;

import java.util.Map;
import uk.muster.kernel.identity.Urn;
import uk.muster.simulator.live.Deed;

/** Sends what families and staff of one school do, each with the token of whoever may. A repeat has the key of the first. */
public final class DeedPost {

    private final Callers callers;
    private final StaffCallers staff;
    private final Urn urn;

    public DeedPost(Callers callers, StaffCallers staff, Urn urn) {
        this.callers = callers;
        this.staff = staff;
        this.urn = urn;
    }

    /** @throws Refused when the service refuses it */
    public void send(Deed deed) {
        MusterClient caller = switch (deed) {
            case Deed.Report _ -> callers.mis();
            case Deed.Attempt _, Deed.Visit _, Deed.Forecast _, Deed.Decision _ -> staff.officer();
            case Deed.Assessment _, Deed.Escalation _, Deed.TaskDecided _ -> staff.lead();
        };
        String body = DeedBodies.of(deed);
        String key = "demo-%s-%s-%08x".formatted(deed.pupil(), deed.at(), body.hashCode());
        caller.post(path(deed), body, "application/json", Map.of(MusterClient.IDEMPOTENCY_KEY, key));
    }

    private String path(Deed deed) {
        String what = switch (deed) {
            case Deed.Report _ -> "absence-reports";
            case Deed.Attempt _ -> "contact-attempts";
            case Deed.Visit _ -> "home-visits";
            case Deed.Assessment _ -> "risk-assessments";
            case Deed.Escalation _ -> "escalations";
            case Deed.Forecast _ -> "sickness-forecasts";
            case Deed.Decision _ -> "absence-decisions";
            case Deed.TaskDecided decided -> "tasks/" + decided.task() + "/decisions";
        };
        return deed instanceof Deed.TaskDecided ? what : "schools/%s/pupils/%s/%s".formatted(urn, deed.pupil(), what);
    }
}
