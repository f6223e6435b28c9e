package uk.muster.simulator;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.simulator.term.Action;

/** Commands to copy: a register with an amended mark, the pupil's chronology, and the amendment as the auditor sees it. */
final class DemoTour {

    private final URI queries;
    private final Path data;

    DemoTour(URI queries, Path data) {
        this.queries = queries;
        this.data = data;
    }

    /** @param posted in order of time; empty when no amendment is among them */
    String of(List<Action> posted) {
        return posted.reversed().stream()
                .filter(Action.Amend.class::isInstance)
                .map(Action.Amend.class::cast)
                .findFirst()
                .map(this::tour)
                .orElse("");
    }

    private String tour(Action.Amend amend) {
        RegisterId register = amend.register();
        String school = queries + "/api/v1/schools/" + register.urn();
        return """

                Look around:
                  HEAD=$(./muster token --role head --urn %1$s --data %2$s)
                  AUDITOR=$(./muster token --role auditor --urn %1$s --data %2$s)
                a register, one of whose marks was amended from %3$s to %4$s
                  curl -s -H "Authorization: Bearer $HEAD" '%5$s/registers/%6$s/%7$s/%8$s'
                that pupil's chronology
                  curl -s -H "Authorization: Bearer $HEAD" '%5$s/pupils/%9$s/chronology'
                the amendment: original and amended entry, reason, author and date
                  curl -s -H "Authorization: Bearer $AUDITOR" '%10$s/api/v1/audit/amendments?urn=%1$s&pupilId=%9$s'
                """.formatted(
                        register.urn(),
                        data,
                        amend.from(),
                        amend.to(),
                        school,
                        register.session().date(),
                        register.session().half(),
                        register.group(),
                        amend.pupil(),
                        queries);
    }
}
