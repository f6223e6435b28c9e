package uk.muster.kernel.absence;

import static uk.muster.kernel.absence.AbsenceScenario.PUPIL;
import static uk.muster.kernel.absence.AbsenceScenario.URN;
import static uk.muster.kernel.absence.AbsenceScenario.sealed;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.muster.kernel.event.AbsenceEvent.AbsenceReported;
import uk.muster.kernel.event.AbsenceEvent.Channel;
import uk.muster.kernel.event.AbsenceEvent.ContactAttempted;
import uk.muster.kernel.event.AbsenceEvent.Destination;
import uk.muster.kernel.event.AbsenceEvent.HomeVisitRecorded;
import uk.muster.kernel.event.AbsenceEvent.Outcome;
import uk.muster.kernel.event.AbsenceEvent.RiskAssessed;
import uk.muster.kernel.event.AbsenceEvent.SafeguardingEscalated;
import uk.muster.kernel.event.AbsenceEvent.VisitOutcome;

/** What people record about an absence, made now by the clock of a scenario. */
final class AbsenceEntries {

    private AbsenceEntries() {}

    static ContactAttempted attempt(AbsenceScenario scenario, Outcome outcome) {
        return new ContactAttempted(
                URN, PUPIL, scenario.newId(), scenario.now(), Channel.PHONE, null, outcome, null, null, sealed());
    }

    static HomeVisitRecorded visit(AbsenceScenario scenario, VisitOutcome outcome) {
        return new HomeVisitRecorded(
                URN, PUPIL, scenario.newId(), scenario.now(), sealed(), 2, false, outcome, null, sealed());
    }

    static RiskAssessed assessment(AbsenceScenario scenario, boolean concernRemains) {
        return new RiskAssessed(URN, PUPIL, scenario.newId(), scenario.now(), sealed(), concernRemains, sealed());
    }

    static SafeguardingEscalated escalation(AbsenceScenario scenario, Destination to) {
        return new SafeguardingEscalated(URN, PUPIL, scenario.newId(), scenario.now(), to, sealed(), sealed());
    }

    static AbsenceReported report(AbsenceScenario scenario, LocalDate from, @Nullable LocalDate back) {
        return report(scenario, Channel.PHONE, from, back, null);
    }

    static AbsenceReported voicemail(AbsenceScenario scenario, LocalDate from) {
        return report(scenario, Channel.VOICEMAIL, from, null, null);
    }

    static AbsenceReported doubted(AbsenceScenario scenario, LocalDate from) {
        return report(scenario, Channel.PHONE, from, null, true);
    }

    private static AbsenceReported report(
            AbsenceScenario scenario,
            Channel channel,
            LocalDate from,
            @Nullable LocalDate back,
            @Nullable Boolean doubted) {
        return new AbsenceReported(
                URN,
                PUPIL,
                scenario.newId(),
                sealed(),
                channel,
                scenario.now(),
                sealed(),
                from,
                back,
                false,
                doubted,
                sealed());
    }
}
