package uk.muster.command.api;

import static uk.muster.http.identity.Role.ADMIN;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import uk.muster.command.keys.KeyRotation;
import uk.muster.http.identity.Allowed;
import uk.muster.http.problem.Problem;

/** Changing the master key: {@code POST} wraps every data key by the newest in the file, {@code GET} tells how far that is. */
@RestController
@RequestMapping("/api/v1/admin/keys/rotation")
public class KeyRotationController {

    private final KeyRotation rotation;

    public KeyRotationController(KeyRotation rotation) {
        this.rotation = rotation;
    }

    @PostMapping
    @Allowed(ADMIN)
    @ResponseStatus(HttpStatus.ACCEPTED)
    KeyRotation.State begin() {
        if (!rotation.begin()) {
            throw Problem.conflict("A rotation is under way.").asException();
        }
        return rotation.state();
    }

    @GetMapping
    @Allowed(ADMIN)
    KeyRotation.State state() {
        return rotation.state();
    }
}
