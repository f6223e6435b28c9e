package uk.muster.command.api;

import static org.assertj.core.api.Assertions.assertThat;

/** Schools with pupils and their parents, for trials of penalties. Each pupil has a group and two contacts of their own, c1 and c2. */
final class PenaltySchools {

    private final RunningCommandService service;
    private final String mis;

    PenaltySchools(RunningCommandService service) {
        this.service = service;
        this.mis = service.token("mis-integration", "*");
    }

    void school(String urn, String profile) {
        put("/schools/" + urn, """
                {"name":"Ash Green","laCode":"807","phase":"ALL_THROUGH","policyProfile":"%s","policyOverlay":{
                 "sessions":{"pm":{"start":"13:00","register_closes":"13:20"}},
                 "contacts":[{"role":"attendance","name":"M. Invented"}]}}
                """.formatted(profile));
        put("/schools/" + urn + "/calendars/2025-26", """
                {"terms":[{"name":"Autumn 1","from":"2025-09-01","to":"2025-10-24"}],"closures":[]}
                """);
    }

    /** @param serial of the child: the same in two schools is the same child, in group G and the serial */
    void pupil(String urn, String id, int serial, String born) {
        put("/schools/" + urn + "/pupils/" + id, """
                {"upn":"%s","forename":"Robin","surname":"Example","dateOfBirth":"%s","yearGroup":"6","group":"G%d",
                 "admittedOn":"2025-09-01","flags":[],"contacts":[%s,%s]}
                """.formatted(
                        upn(serial), born, serial, contact("c1", "Sam Canarybird"), contact("c2", "Kit Canarybird")));
    }

    private void put(String path, String body) {
        assertThat(service.put(mis, path, body).status()).as(path).isIn(200, 201);
    }

    /** Whom other schools know by the same contact's reference. */
    private static String contact(String id, String name) {
        return """
                {"id":"%s","name":"%s","relationship":"parent","priority":1,"livesWith":true,"personRef":"ref-%s"}
                """.formatted(id, name, id);
    }

    /** A UPN with the right check letter. */
    private static String upn(int serial) {
        String rest = "810999926%03d".formatted(serial);
        int sum = 0;
        for (int i = 0; i < rest.length(); i++) {
            sum += (rest.charAt(i) - '0') * (i + 2);
        }
        return "ABCDEFGHJKLMNPQRTUVWXYZ".charAt(sum % 23) + rest;
    }
}
