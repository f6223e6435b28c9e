package uk.muster.query.console.shell;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import uk.muster.http.identity.Allowed;
import uk.muster.http.identity.Caller;
import uk.muster.http.identity.Role;
import uk.muster.http.identity.SchoolScope;
import uk.muster.http.problem.Problem;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.school.School;
import uk.muster.query.school.Schools;

/** Where a person comes in: the choice of a school, and the school's first page for them. */
@Controller
final class HomeController {

    /** As many as a person looks through. */
    private static final int MOST = 200;

    private final Schools schools;
    private final Pages pages;

    HomeController(Schools schools, Pages pages) {
        this.schools = schools;
        this.pages = pages;
    }

    @Allowed({
        Role.CLASS_TEACHER,
        Role.ATTENDANCE_OFFICER,
        Role.SAFEGUARDING_LEAD,
        Role.HEAD,
        Role.TRUST_EXECUTIVE,
        Role.AUDITOR
    })
    @GetMapping("/")
    ModelAndView home(Caller caller) {
        Map<Urn, School> known = known(caller);
        if (known.size() == 1) {
            return redirect(known.keySet().iterator().next());
        }
        List<SchoolList.Line> lines = known.entrySet().stream()
                .map(each -> line(each.getKey(), each.getValue()))
                .sorted(Comparator.comparing(SchoolList.Line::name))
                .toList();
        return pages.outside(caller, "schools", new SchoolList(lines, known.size() == MOST));
    }

    /** A school named by its URN. */
    @Allowed({
        Role.CLASS_TEACHER,
        Role.ATTENDANCE_OFFICER,
        Role.SAFEGUARDING_LEAD,
        Role.HEAD,
        Role.TRUST_EXECUTIVE,
        Role.AUDITOR
    })
    @GetMapping("/schools")
    ModelAndView byUrn(Caller caller, @RequestParam Urn urn) {
        caller.requireSchool(urn);
        return redirect(urn);
    }

    @Allowed({
        Role.CLASS_TEACHER,
        Role.ATTENDANCE_OFFICER,
        Role.SAFEGUARDING_LEAD,
        Role.HEAD,
        Role.TRUST_EXECUTIVE,
        Role.AUDITOR
    })
    @GetMapping("/schools/{urn}")
    ModelAndView school(Caller caller, @PathVariable Urn urn) {
        return Section.of(caller).stream()
                .findFirst()
                .map(section -> new ModelAndView(new RedirectView(section.href(urn))))
                .orElseThrow(() ->
                        Problem.forbidden("There is no page for this role.").asException());
    }

    private Map<Urn, School> known(Caller caller) {
        return switch (caller.schools()) {
            case SchoolScope.Every _ -> schools.first(MOST);
            case SchoolScope.Listed(var urns) -> schools.known(urns);
        };
    }

    private static SchoolList.Line line(Urn urn, School school) {
        return new SchoolList.Line(
                urn.toString(),
                school.state().details().name(),
                Say.phrase(school.state().details().phase().name()));
    }

    private static ModelAndView redirect(Urn urn) {
        return new ModelAndView(new RedirectView("/schools/" + urn));
    }
}
