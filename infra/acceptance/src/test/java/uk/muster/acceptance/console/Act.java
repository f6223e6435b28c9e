package uk.muster.acceptance.console;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Something that a person records with a form of the console, each of a pupil of its own.
 *
 * @param title for the name of a test
 * @param person who does it, as they are called at the sign-in
 * @param child the page of the pupil, and the pupil below {@code /api/v1}
 * @param page where the person begins, and is again once it is recorded
 * @param way what leads from there to the form, as a selector of CSS
 * @param typed what they fill in at first, by the label of the field
 * @param forgotten what they fill in once they were told, likewise
 * @param field the id of what they forgot
 * @param done what is said where they are then
 * @param told what the page of the child says of it to that person
 * @param kind of its item in the chronology
 * @param facts of that item, by JSON pointer, as a head reads it
 */
record Act(
        String title,
        String person,
        String child,
        String page,
        String way,
        Map<String, String> typed,
        Map<String, String> forgotten,
        String field,
        String done,
        List<String> told,
        String kind,
        Map<String, String> facts) {

    private static final String OFFICER = "M. Gablefield";
    private static final String HEAD = "R. Hazelridge";
    private static final String OF_A_CHILD = "Recorded for Robin Canarybird.";

    static Stream<Act> all() {
        return Stream.of(visit(), decision(), escalation(), taskDecision(), amendment());
    }

    /** Whoever made the visit reads no notes of visits. */
    private static Act visit() {
        return new Act(
                "a home visit",
                OFFICER,
                Scene.pupil(10),
                Scene.pupil(10),
                "a[href$='/home-visits/new']",
                Map.of(
                        "Child seen safe", "CHILD_SEEN_SAFE",
                        "Who came with you", "A. Pinewhistle",
                        "Their position", "Teaching assistant",
                        "Note", "At the window with a grandmother.",
                        "Day", "2026-09-07",
                        "Time", "13:15"),
                Map.of("Their staff number", "s-77"),
                "visitors-1-id",
                OF_A_CHILD,
                List.of(
                        "Home visit: child seen safe",
                        "M. Gablefield, attendance officer; A. Pinewhistle, teaching assistant"),
                "HOME_VISIT",
                Map.of(
                        "/by/name", OFFICER,
                        "/at", "2026-09-07T12:15:00.000000Z",
                        "/data/outcome", "CHILD_SEEN_SAFE",
                        "/data/visitors/1/id", "s-77",
                        "/data/note", "At the window with a grandmother."));
    }

    private static Act decision() {
        return new Act(
                "a decision on an absence",
                HEAD,
                Scene.pupil(11),
                Scene.pupil(11),
                "a[href$='/absence-decisions/new']",
                Map.of(
                        "Last day", "2026-09-07",
                        "Code", "I",
                        "Reason", "The mother rang at noon: a temperature."),
                Map.of("First day", "2026-09-07"),
                "from-date",
                OF_A_CHILD,
                List.of(
                        "7 Sep 2026 AM to 7 Sep 2026 PM: 1 session amended to I",
                        "The mother rang at noon: a temperature.",
                        "R. Hazelridge, headteacher"),
                "DECISION",
                Map.of(
                        "/by/name", HEAD,
                        "/data/code", "I",
                        "/data/amended", "1",
                        "/data/reason", "The mother rang at noon: a temperature."));
    }

    private static Act escalation() {
        return new Act(
                "an escalation",
                Scene.LEAD,
                Scene.pupil(12),
                Scene.pupil(12),
                "a[href$='/escalations/new']",
                Map.of("Reason", "Nobody has seen the child since Friday."),
                Map.of("Social care", "SOCIAL_CARE"),
                "to",
                OF_A_CHILD,
                List.of("Escalated to social care", "Nobody has seen the child since Friday.", Scene.LEAD),
                "ESCALATION",
                Map.of(
                        "/by/name", Scene.LEAD,
                        "/data/to", "SOCIAL_CARE",
                        "/data/reason", "Nobody has seen the child since Friday."));
    }

    private static Act taskDecision() {
        return new Act(
                "a decision on a task",
                HEAD,
                Scene.pupil(13),
                Scene.SCHOOL + "/tasks",
                ".mu-tasks li:has(a[href$='/pupils/p13']) a[href$='/decision']",
                Map.of("Reason", "The aunt was met at the gate."),
                Map.of("It is done", "DONE"),
                "decision",
                "The decision is recorded.",
                List.of("Done", "R. Hazelridge, headteacher", "The aunt was met at the gate."),
                "TASK",
                Map.of(
                        "/data/status", "DONE",
                        "/data/decidedBy/name", HEAD,
                        "/data/reason", "The aunt was met at the gate."));
    }

    private static Act amendment() {
        return new Act(
                "an amendment of a mark",
                OFFICER,
                Scene.pupil(14),
                Scene.SCHOOL + "/registers/2026-09-07/AM/3A",
                "a[href$='/amendments/p14']",
                Map.of("Amended code", "B", "Reason", "The orchestra’s teacher rang."),
                Map.of("Detail", "Rehearsal of the county orchestra"),
                "detail",
                "The amendment is recorded.",
                List.of("Rehearsal of the county orchestra", "The orchestra’s teacher rang.", OFFICER),
                "AMENDMENT",
                Map.of(
                        "/by/name", OFFICER,
                        "/data/originalCode", "N",
                        "/data/amendedCode", "B",
                        "/data/detail", "Rehearsal of the county orchestra",
                        "/data/reason", "The orchestra’s teacher rang."));
    }

    @Override
    public String toString() {
        return title;
    }
}
