package uk.muster.query.admin;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import uk.muster.http.identity.Allowed;
import uk.muster.http.identity.Role;
import uk.muster.http.problem.Problem;
import uk.muster.query.ingest.Rebuild;

/** {@code POST /admin/rebuild} begins a rebuild of the projections, {@code GET} tells how far it is: {@code {phase, percent}}. */
@RestController
final class RebuildController {

    private final Rebuild rebuild;

    RebuildController(Rebuild rebuild) {
        this.rebuild = rebuild;
    }

    @Allowed(Role.ADMIN)
    @PostMapping("/api/v1/admin/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Rebuild.State begin() {
        if (!rebuild.begin()) {
            throw Problem.conflict("A rebuild is under way.").asException();
        }
        return rebuild.state();
    }

    @Allowed(Role.ADMIN)
    @GetMapping("/api/v1/admin/rebuild")
    Rebuild.State state() {
        return rebuild.state();
    }
}
