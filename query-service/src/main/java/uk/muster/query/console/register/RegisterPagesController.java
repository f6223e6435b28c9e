package uk.muster.query.console.register;

import java.time.Instant;
import java.time.InstantSource;
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
import uk.muster.http.problem.Problem;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.calendar.SchoolCalendars;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.audit.RegisterChecks;
import uk.muster.query.console.shell.Addresses;
import uk.muster.query.console.shell.Pages;
import uk.muster.query.console.shell.Section;
import uk.muster.query.pupil.Pupils;
import uk.muster.query.school.Schools;

/** Registers by class, a week or a term at a time. */
@Controller
final class RegisterPagesController {

    private static final int LOOK_BACK_DAYS = 60;
    private static final String WEEK = "week";
    private static final String TERM = "term";

    private final WeekPages weeks;
    private final TermPages terms;
    private final RegisterChecks checks;
    private final Schools schools;
    private final Pupils pupils;
    private final Pages pages;
    private final InstantSource clock;

    RegisterPagesController(
            WeekPages weeks,
            TermPages terms,
            RegisterChecks checks,
            Schools schools,
            Pupils pupils,
            Pages pages,
            InstantSource businessClock) {
        this.weeks = weeks;
        this.terms = terms;
        this.checks = checks;
        this.schools = schools;
        this.pupils = pupils;
        this.pages = pages;
        this.clock = businessClock;
    }

    /** The school's groups, with the way to the week of a day. */
    record GroupsPage(LocalDate date, List<Group> groups) {}

    record Group(String name, String href) {}

    @Allowed({Role.CLASS_TEACHER, Role.ATTENDANCE_OFFICER, Role.SAFEGUARDING_LEAD, Role.HEAD, Role.AUDITOR})
    @GetMapping("/schools/{urn}/registers")
    ModelAndView groups(
            Caller caller, @PathVariable Urn urn, @RequestParam(required = false) @Nullable LocalDate date) {
        LocalDate day = date == null ? lastSchoolDay(urn) : date;
        List<Group> groups = pupils.classes(urn).keySet().stream()
                .map(group -> new Group(
                        group.value(), Addresses.of(new RegisterId(urn, new SessionKey(day, SessionHalf.AM), group))))
                .toList();
        return pages.ofSchool(caller, urn, Section.REGISTERS, "registers", new GroupsPage(day, groups));
    }

    /**
     * The week or the term of a register. Beside {@code page} the template finds {@code check}, what was checked of the register that was asked for.
     *
     * @param view {@code week} or {@code term}
     * @param asOf null for now
     */
    @Allowed({Role.CLASS_TEACHER, Role.ATTENDANCE_OFFICER, Role.SAFEGUARDING_LEAD, Role.HEAD, Role.AUDITOR})
    @GetMapping("/schools/{urn}/registers/{date}/{session}/{group}")
    ModelAndView register(
            Caller caller,
            @PathVariable Urn urn,
            @PathVariable LocalDate date,
            @PathVariable SessionHalf session,
            @PathVariable GroupId group,
            @RequestParam(defaultValue = WEEK) String view,
            @RequestParam(required = false) @Nullable Instant asOf) {
        RegisterId chosen = new RegisterId(urn, new SessionKey(date, session), group);
        Question question = new Question(chosen, asOf, Sight.of(caller));
        return switch (view) {
            case WEEK ->
                pages.ofSchool(caller, urn, Section.REGISTERS, "register", weeks.of(question))
                        .addObject("check", CheckBadge.of(chosen, checks));
            case TERM -> pages.ofSchool(caller, urn, Section.REGISTERS, "term", terms.of(question));
            default ->
                throw Problem.malformed("A register is shown by " + WEEK + " or by " + TERM + ".")
                        .asException();
        };
    }

    /** Today, or the last day before it on which there was school. */
    private LocalDate lastSchoolDay(Urn urn) {
        LocalDate today = London.dateOf(clock.instant());
        SchoolCalendars calendars = schools.require(urn, Instant.MAX).calendars();
        List<LocalDate> days = calendars.schoolDays(today.minusDays(LOOK_BACK_DAYS), today);
        return days.isEmpty() ? today : days.getLast();
    }
}
