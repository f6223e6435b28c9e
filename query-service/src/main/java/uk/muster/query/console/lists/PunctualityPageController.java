package uk.muster.query.console.lists;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.muster.http.convention.Page;
import uk.muster.http.identity.Allowed;
import uk.muster.http.identity.Caller;
import uk.muster.http.identity.Role;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.console.shell.Pages;
import uk.muster.query.console.shell.Query;
import uk.muster.query.console.shell.Say;
import uk.muster.query.console.shell.Section;
import uk.muster.query.punctuality.LatePupil;
import uk.muster.query.punctuality.PunctualityLists;
import uk.muster.query.punctuality.PunctualityPage;

/** Who was late how often, this half term unless other days are asked for. */
@Controller
final class PunctualityPageController {

    private final PunctualityLists lists;
    private final Pages pages;

    PunctualityPageController(PunctualityLists lists, Pages pages) {
        this.lists = lists;
        this.pages = pages;
    }

    /** @param next the query of the next page; null on the last */
    record LatePage(
            String finding,
            String days,
            LocalDate from,
            LocalDate to,
            List<LatePupil> pupils,
            @Nullable String next) {}

    @Allowed({Role.ATTENDANCE_OFFICER, Role.SAFEGUARDING_LEAD, Role.HEAD})
    @GetMapping("/schools/{urn}/punctuality")
    ModelAndView punctuality(
            Caller caller,
            @PathVariable Urn urn,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String cursor) {
        PunctualityPage found = lists.list(urn, from, to, null, Instant.MAX, Readers.A_PAGE, cursor);
        int minutes = found.items().stream().mapToInt(LatePupil::minutesLate).sum();
        String number = (found.nextCursor() == null ? "" : "More than ")
                + Say.count(found.items().size(), "pupil");
        LatePage page = new LatePage(
                found.items().isEmpty()
                        ? "Nobody was late"
                        : number + (found.items().size() == 1 ? " was" : " were") + " late, together " + minutes
                                + " minutes",
                Say.date(found.from()) + " to " + Say.date(found.to()),
                found.from(),
                found.to(),
                found.items(),
                new Query().with("from", found.from()).with("to", found.to()).next(found.nextCursor()));
        return pages.ofSchool(caller, urn, Section.PUNCTUALITY, "punctuality", page);
    }

    @Allowed({Role.ATTENDANCE_OFFICER, Role.SAFEGUARDING_LEAD, Role.HEAD})
    @GetMapping("/schools/{urn}/punctuality.csv")
    void table(
            @PathVariable Urn urn,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            HttpServletResponse response)
            throws IOException {
        CsvTable.<LatePupil>write(
                response,
                "punctuality-" + urn,
                List.of("Pupil", "Name", "Group", "Year", "L", "U", "Minutes late"),
                cursor -> {
                    PunctualityPage page = lists.list(urn, from, to, null, Instant.MAX, Readers.AT_ONCE, cursor);
                    return new Page<>(page.items(), page.nextCursor());
                },
                pupil -> Arrays.asList(
                        pupil.pupilId(),
                        pupil.name(),
                        pupil.group(),
                        pupil.yearGroup(),
                        pupil.lates(),
                        pupil.lateAfterClose(),
                        pupil.minutesLate()));
    }
}
