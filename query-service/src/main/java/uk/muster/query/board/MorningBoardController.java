package uk.muster.query.board;

import java.time.LocalDate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.muster.http.identity.Allowed;
import uk.muster.http.identity.Role;
import uk.muster.kernel.identity.Urn;

/** {@code GET /schools/{urn}/registers?date=}: the whole day, not paged. */
@RestController
final class MorningBoardController {

    private final MorningBoardReader board;

    MorningBoardController(MorningBoardReader board) {
        this.board = board;
    }

    @Allowed({Role.MIS_INTEGRATION, Role.ATTENDANCE_OFFICER, Role.SAFEGUARDING_LEAD, Role.HEAD})
    @GetMapping("/api/v1/schools/{urn}/registers")
    MorningBoard board(@PathVariable Urn urn, @RequestParam LocalDate date) {
        return board.read(urn, date);
    }
}
