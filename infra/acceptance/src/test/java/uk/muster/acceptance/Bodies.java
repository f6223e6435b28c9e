package uk.muster.acceptance;

import java.util.List;
import java.util.stream.Collectors;

/** Bodies of requests about an invented school. */
public final class Bodies {

    public static final String OKAFOR = "{\"id\":\"t-1\",\"name\":\"R. Okafor\",\"position\":\"Class teacher\"}";

    private Bodies() {}

    public static String school(String profile) {
        return school(profile, "");
    }

    /** @param more members of the overlay, each with a comma after it */
    public static String school(String profile, String more) {
        String morning = profile.equals("ipat")
                ? "\"am\":{\"arrival_due\":\"08:50\",\"register_open_from\":\"08:50\",\"late_from\":\"08:50\",\"register_closes\":\"09:10\"},"
                : "";
        return """
                {"name":"Ash Green Primary","laCode":"810","phase":"PRIMARY","policyProfile":"%s","policyOverlay":{%s
                 "sessions":{%s"pm":{"start":"13:00","register_closes":"13:20"}},
                 "contacts":[{"role":"attendance","name":"M. Invented"}]}}
                """.formatted(profile, more, morning);
    }

    public static String autumn2026() {
        return """
                {"terms":[{"name":"Autumn 1","from":"2026-09-03","to":"2026-10-23"},{"name":"Autumn 2","from":"2026-11-02","to":"2026-12-18"}],
                 "closures":[]}
                """;
    }

    public static String pupil(String upn, String group) {
        return """
                {"upn":"%s","forename":"Robin","surname":"Canarybird","dateOfBirth":"2017-11-05","yearGroup":"3","group":"%s",
                 "admittedOn":"2026-09-01","contacts":[{"id":"c1","name":"Sam Canarybird","relationship":"parent","phone":"01632 960001",
                 "priority":1,"livesWith":true}],"flags":["EHCP"]}
                """.formatted(upn, group);
    }

    public static String register(String takenAt, List<String> marks) {
        return "{\"takenAt\":\"" + takenAt + "\",\"takenBy\":" + OKAFOR + ",\"marks\":["
                + marks.stream().collect(Collectors.joining(",")) + "]}";
    }

    public static String mark(String pupil, String code) {
        return "{\"pupilId\":\"" + pupil + "\",\"code\":\"" + code.replace("\\", "\\\\") + "\"}";
    }

    public static String amendment(String pupil, String code, String reason) {
        return "{\"pupilId\":\"%s\",\"amendedCode\":\"%s\",\"reason\":\"%s\",\"author\":%s}"
                .formatted(pupil, code, reason, OKAFOR);
    }

    /** A UPN of Hull with the right check letter. */
    public static String upn(int serial) {
        String rest = "810999926%03d".formatted(serial);
        int sum = 0;
        for (int i = 0; i < rest.length(); i++) {
            sum += (rest.charAt(i) - '0') * (i + 2);
        }
        return "ABCDEFGHJKLMNPQRTUVWXYZ".charAt(sum % 23) + rest;
    }
}
