package uk.muster.query.console.child;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.muster.http.identity.Allowed;
import uk.muster.http.identity.Caller;
import uk.muster.http.identity.Role;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.access.Purpose;
import uk.muster.query.chronology.Kind;
import uk.muster.query.console.child.ChildPage.KindChoice;
import uk.muster.query.console.purpose.SaidPurpose;
import uk.muster.query.console.shell.Pages;
import uk.muster.query.console.shell.Say;
import uk.muster.query.console.shell.Section;

/** The page of a child. */
@Controller
final class ChildController {

    private final ChildReader children;
    private final Pages pages;

    ChildController(ChildReader children, Pages pages) {
        this.children = children;
        this.pages = pages;
    }

    /**
     * The page. Beside {@code page} the template finds {@code purposes}, for what somebody may look.
     *
     * @param kind kinds of the timeline that are shown; all where none is named
     * @param until the last day of the timeline
     * @param week the Monday of a week that is unfolded
     * @param whole whether every week is unfolded, for paper
     */
    @Allowed({Role.ATTENDANCE_OFFICER, Role.SAFEGUARDING_LEAD, Role.HEAD})
    @GetMapping("/schools/{urn}/pupils/{pupilId}")
    ModelAndView child(
            Caller caller,
            HttpServletRequest request,
            @PathVariable Urn urn,
            @PathVariable PupilId pupilId,
            @RequestParam(required = false) @Nullable List<Kind> kind,
            @RequestParam(required = false) @Nullable LocalDate until,
            @RequestParam(required = false) @Nullable LocalDate week,
            @RequestParam(defaultValue = "false") boolean whole) {
        ChildPage page = children.read(urn, pupilId, ChildQuestion.of(kind, until, week, whole), caller);
        return pages.ofSchool(caller, urn, Section.PUPILS, "child", page)
                .addObject("purposes", purposes(SaidPurpose.of(request)));
    }

    private static List<KindChoice> purposes(@Nullable Purpose said) {
        return Purpose.given().stream()
                .map(each -> new KindChoice(each.word(), Say.phrase(each.name()), each == said))
                .toList();
    }
}
