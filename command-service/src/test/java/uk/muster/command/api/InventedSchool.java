package uk.muster.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import uk.muster.command.api.RunningCommandService.Reply;

/** A school with a calendar for the autumn of 2025 and pupils of year 3, set up over HTTP. */
final class InventedSchool {

    static final String OKAFOR = "{\"id\":\"t-1\",\"name\":\"R. Okafor\",\"position\":\"Class teacher\"}";

    private InventedSchool() {}

    /** @param am further settings of its morning, with a comma before them */
    static void open(RunningCommandService service, String token, String urn, String profile, String am) {
        Reply school = service.put(token, "/schools/" + urn, """
                {"name":"Ash Green","laCode":"810","phase":"PRIMARY","policyProfile":"%s","policyOverlay":{
                 "sessions":{"pm":{"start":"13:00","register_closes":"13:20"}%s},
                 "contacts":[{"role":"attendance","name":"M. Invented"}]}}
                """.formatted(profile, am));
        assertThat(school.status()).as(school.toString()).isEqualTo(201);
        Reply calendar = service.put(token, "/schools/" + urn + "/calendars/2025-26", """
                {"terms":[{"name":"Autumn 1","from":"2025-09-03","to":"2025-10-24"},{"name":"Autumn 2","from":"2025-11-03","to":"2025-12-19"}],
                 "closures":[{"date":"2025-09-12","kind":"INSET"}]}
                """);
        assertThat(calendar.status()).as(calendar.toString()).isEqualTo(201);
        assertThat(calendar.json().get("warnings").size()).isPositive();
    }

    static void admit(RunningCommandService service, String token, String urn, String id, String upn, String group) {
        Reply admitted = service.put(token, "/schools/" + urn + "/pupils/" + id, pupilBody(upn, group));
        assertThat(admitted.status()).as(admitted.toString()).isEqualTo(201);
        assertThat(admitted.header("Muster-Position")).isNotEmpty();
    }

    static String pupilBody(String upn, String group) {
        return """
                {"upn":"%s","forename":"Robin","surname":"Example","dateOfBirth":"2017-11-05","yearGroup":"3","group":"%s",
                 "admittedOn":"2025-09-01","contacts":[{"id":"c1","name":"Sam Example","relationship":"parent","phone":"01632 960001",
                 "priority":1,"livesWith":true}],"flags":["EHCP"]}
                """.formatted(upn, group);
    }

    static String register(String marks) {
        return "{\"takenAt\":\"2025-09-08T08:55:00+01:00\",\"takenBy\":" + OKAFOR + ",\"marks\":[" + marks + "]}";
    }
}
