package uk.muster.query.console.shell;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;
import uk.muster.http.identity.Caller;
import uk.muster.http.identity.SchoolScope;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.console.asset.Assets;
import uk.muster.query.console.signin.SignedIn;
import uk.muster.query.school.Schools;

/** Puts a page into its frame. Templates find {@code frame}, {@code assets} and {@code page}. */
public final class Pages {

    private final Schools schools;
    private final Assets assets;

    Pages(Schools schools, Assets assets) {
        this.schools = schools;
        this.assets = assets;
    }

    /**
     * A page of a school.
     *
     * @param view the template's name
     * @throws uk.muster.http.problem.ProblemException 404 for a school that is not known
     */
    public ModelAndView ofSchool(Caller caller, Urn urn, @Nullable Section current, String view, Object page) {
        String school = schools.require(urn, Instant.MAX).state().details().name();
        List<Frame.Link> navigation = Section.of(caller).stream()
                .map(section -> new Frame.Link(section.label(), section.href(urn), section == current))
                .toList();
        return view(new Frame(person(caller), school, urn.toString(), hasSeveral(caller), navigation), view, page);
    }

    /**
     * A page of the audit.
     *
     * @param urn the school that it is about; null for all of the caller's
     * @throws uk.muster.http.problem.ProblemException 404 for a school that is not known
     */
    public ModelAndView ofAudit(Caller caller, @Nullable Urn urn, String view, Object page) {
        return urn == null ? outside(caller, view, page) : ofSchool(caller, urn, Section.AUDIT, view, page);
    }

    /** A page outside of any school. */
    public ModelAndView outside(Caller caller, String view, Object page) {
        return view(new Frame(person(caller), null, null, hasSeveral(caller), List.of()), view, page);
    }

    /** A page for anyone. */
    public ModelAndView bare(String view, Object page) {
        return view(Frame.BARE, view, page);
    }

    private ModelAndView view(Frame frame, String view, Object page) {
        return new ModelAndView(view)
                .addObject("frame", frame)
                .addObject("assets", assets)
                .addObject("page", page);
    }

    private static String person(Caller caller) {
        return SignedIn.current()
                .map(reader -> reader.person().name() + ", " + reader.person().position())
                .orElse(caller.subject());
    }

    private static boolean hasSeveral(Caller caller) {
        return switch (caller.schools()) {
            case SchoolScope.Every _ -> true;
            case SchoolScope.Listed(var urns) -> urns.size() > 1;
        };
    }
}
