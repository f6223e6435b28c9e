package uk.muster.kernel.absence;

import static uk.muster.kernel.absence.AbsenceEntries.assessment;
import static uk.muster.kernel.absence.AbsenceEntries.visit;
import static uk.muster.kernel.identity.SessionHalf.AM;
import static uk.muster.kernel.identity.SessionHalf.PM;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.event.AbsenceEvent.VisitOutcome;
import uk.muster.kernel.event.FollowUpEvent.Ending;
import uk.muster.kernel.event.FollowUpEvent.FollowUpCancelled;
import uk.muster.kernel.event.FollowUpEvent.Lapse;
import uk.muster.kernel.event.FollowUpEvent.NotificationRaised;
import uk.muster.kernel.event.FollowUpEvent.Recipient;
import uk.muster.kernel.event.FollowUpEvent.UnexplainedAbsenceEnded;
import uk.muster.kernel.policy.EffectivePolicy;
import uk.muster.kernel.policy.SchoolOverlays;
import uk.muster.kernel.policy.VulnerabilityFlag;

/** Pupils in the situations that tests begin with, by each profile's policy, and questions that many of them ask. */
final class AbsenceSituations {

    private static final Map<String, EffectivePolicy> POLICIES = Stream.of(
                    "hcat", "kts", "clore-shalom", "ipat", "national-baseline")
            .collect(Collectors.toMap(profile -> profile, SchoolOverlays::activated));
    static final LocalDate MONDAY = LocalDate.parse("2026-09-07");

    private AbsenceSituations() {}

    static AbsenceScenario ill(String profile, int days) {
        AbsenceScenario scenario = scenario(profile, MONDAY);
        scenario.schoolDays(MONDAY, days)
                .forEach(day -> scenario.until(day.toString(), "14:00").mark(day, "I"));
        return scenario;
    }

    static AbsenceScenario scenario(String profile, LocalDate day) {
        return new AbsenceScenario(POLICIES.get(profile), day);
    }

    static AbsenceScenario officer(String profile) {
        ObjectNode overlay = SchoolOverlays.least(profile);
        overlay.withObject("register").set("responsible_officer", SchoolOverlays.json("""
                        {"id": "h-1", "name": "M. Invented", "position": "Head teacher"}"""));
        return new AbsenceScenario(SchoolOverlays.activated(profile, overlay), MONDAY);
    }

    /** An absence of which the first register is known at five past nine on Monday. */
    static AbsenceScenario dayOne(String profile) {
        return scenario(profile, MONDAY).until("2026-09-07", "09:05").mark("2026-09-07", AM, "N");
    }

    /** Nobody answers, and where the policy asks whether a concern remains, it does. */
    static AbsenceScenario silence(String profile, LocalDate from, boolean vulnerable, int days) {
        AbsenceScenario scenario = scenario(profile, from);
        if (vulnerable) {
            scenario.flagged(VulnerabilityFlag.SAFEGUARDING_CONCERN, VulnerabilityFlag.SEND_SUPPORT);
        }
        for (LocalDate day : scenario.schoolDays(from, days)) {
            String date = day.toString();
            scenario.until(date, "09:05").mark(date, AM, "N").until(date, "11:00");
            if (day.equals(from)) {
                scenario.record(assessment(scenario, true));
                if (vulnerable && profile.equals("hcat")) {
                    scenario.record(visit(scenario, VisitOutcome.NO_ANSWER));
                }
            }
            scenario.until(date, "13:05").mark(date, PM, "N").until(date, "18:00");
        }
        return scenario;
    }

    static Ending lastEnding(AbsenceScenario scenario) {
        return scenario.events.stream()
                .filter(UnexplainedAbsenceEnded.class::isInstance)
                .map(event -> ((UnexplainedAbsenceEnded) event).ending())
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    static Lapse lastLapse(AbsenceScenario scenario) {
        return scenario.events.stream()
                .filter(FollowUpCancelled.class::isInstance)
                .map(event -> ((FollowUpCancelled) event).because())
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    static List<Recipient> told(AbsenceScenario scenario) {
        return scenario.events.stream()
                .filter(NotificationRaised.class::isInstance)
                .map(event -> ((NotificationRaised) event).to())
                .toList();
    }

    static String code(AbsenceScenario scenario) {
        return code(scenario, MONDAY.toString());
    }

    static String code(AbsenceScenario scenario, String date) {
        return scenario.code(date, AM);
    }

    static Instant london(String local) {
        String[] parts = local.split("T");
        return London.at(LocalDate.parse(parts[0]), LocalTime.parse(parts[1]));
    }
}
