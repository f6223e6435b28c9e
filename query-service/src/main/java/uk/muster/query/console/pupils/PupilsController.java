package uk.muster.query.console.pupils;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.muster.http.convention.Page;
import uk.muster.http.convention.PageLimit;
import uk.muster.http.identity.Allowed;
import uk.muster.http.identity.Caller;
import uk.muster.http.identity.Role;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.console.shell.Pages;
import uk.muster.query.console.shell.Say;
import uk.muster.query.console.shell.Section;
import uk.muster.query.pupil.PupilLine;
import uk.muster.query.pupil.PupilLists;
import uk.muster.query.pupil.Pupils;

/** The school's pupils, by group, or by what a person remembers of a name: that is posted, so that no name is in an address. */
@Controller
final class PupilsController {

    private static final int LONGEST_TEXT = 200;

    private final PupilLists lists;
    private final Pupils pupils;
    private final Pages pages;

    PupilsController(PupilLists lists, Pupils pupils, Pages pages) {
        this.lists = lists;
        this.pupils = pupils;
        this.pages = pages;
    }

    /**
     * @param text what was looked for; empty on the list of all
     * @param next the query of the next page; null on the last
     */
    record PupilsPage(
            String finding,
            String text,
            String group,
            List<String> groups,
            List<Line> pupils,
            @Nullable String next) {}

    record Line(String pupilId, String name, String group, String year, boolean left) {

        static Line of(PupilLine line) {
            return new Line(
                    line.pupilId(),
                    line.name(),
                    line.group() == null ? "" : line.group().value(),
                    Say.yearGroup(line.yearGroup()),
                    line.onRollTo() != null);
        }
    }

    @Allowed({Role.ATTENDANCE_OFFICER, Role.SAFEGUARDING_LEAD, Role.HEAD})
    @GetMapping("/schools/{urn}/pupils")
    ModelAndView list(
            Caller caller,
            @PathVariable Urn urn,
            @RequestParam(defaultValue = "") String group,
            @RequestParam(required = false) @Nullable String cursor) {
        Page<PupilLine> found = lists.list(
                urn, group.isEmpty() ? null : new GroupId(group), null, PageLimit.parse(PageLimit.DEFAULT), cursor);
        String next = found.nextCursor() == null ? null : "?group=" + group + "&cursor=" + found.nextCursor();
        return page(caller, urn, "Pupils", "", group, found, next);
    }

    @Allowed({Role.ATTENDANCE_OFFICER, Role.SAFEGUARDING_LEAD, Role.HEAD})
    @PostMapping("/schools/{urn}/pupils")
    ModelAndView search(Caller caller, @PathVariable Urn urn, @RequestParam(defaultValue = "") String text) {
        String wanted = text.strip();
        if (wanted.isEmpty()) {
            return list(caller, urn, "", null);
        }
        Page<PupilLine> found = lists.search(
                urn,
                wanted.substring(0, Math.min(wanted.length(), LONGEST_TEXT)),
                PageLimit.parse(PageLimit.DEFAULT),
                null);
        String finding = found.items().isEmpty()
                ? "Nobody is found"
                : Say.count(found.items().size(), "pupil") + " found"
                        + (found.nextCursor() == null ? "" : ", and more");
        return page(caller, urn, finding, wanted, "", found, null);
    }

    private ModelAndView page(
            Caller caller,
            Urn urn,
            String finding,
            String text,
            String group,
            Page<PupilLine> found,
            @Nullable String next) {
        List<String> groups =
                pupils.classes(urn).keySet().stream().map(GroupId::value).toList();
        PupilsPage page = new PupilsPage(
                finding,
                text,
                group,
                groups,
                found.items().stream().map(Line::of).toList(),
                next);
        return pages.ofSchool(caller, urn, Section.PUPILS, "pupils", page);
    }
}
