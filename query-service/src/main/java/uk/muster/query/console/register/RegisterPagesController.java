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
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.calendar.SchoolCalendars;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.audit.RegisterChecks;
import uk.muster.query.console.shell.Pages;
import uk.muster.query.console.shell.Section;
import uk.muster.query.pupil.Pupils;
import uk.muster.query.register.SpecialCategory;
import uk.muster.query.school.Schools;

/** Registers by class and week. */
@Controller
final class RegisterPagesController {

    private static final int LOOK_BACK_DAYS = 60;

    private final WeekReader weeks;
    private final RegisterChecks checks;
    private final Schools schools;
    private final Pupils pupils;
    private final Pages pages;
    private final InstantSource clock;

    RegisterPagesController(
            WeekReader weeks,
            RegisterChecks checks,
            Schools schools,
            Pupils pupils,
            Pages pages,
            InstantSource businessClock) {
        this.weeks = weeks;
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
                        group.value(),
                        WeekReader.href(new RegisterId(urn, new SessionKey(day, SessionHalf.AM), group))))
                .toList();
        return pages.ofSchool(caller, urn, Section.REGISTERS, "registers", new GroupsPage(day, groups));
    }

    /**
     * The week of a register. Beside {@code page} the template finds {@code check}, what was checked of the register that was asked for.
     *
     * @param asOf null for now
     */
    @Allowed({Role.CLASS_TEACHER, Role.ATTENDANCE_OFFICER, Role.SAFEGUARDING_LEAD, Role.HEAD, Role.AUDITOR})
    @GetMapping("/schools/{urn}/registers/{date}/{session}/{group}")
    ModelAndView week(
            Caller caller,
            @PathVariable Urn urn,
            @PathVariable LocalDate date,
            @PathVariable SessionHalf session,
            @PathVariable GroupId group,
            @RequestParam(required = false) @Nullable Instant asOf) {
        boolean staff = caller.isAny(Role.ATTENDANCE_OFFICER, Role.SAFEGUARDING_LEAD, Role.HEAD);
        WeekReader.Sight sight = new WeekReader.Sight(
                staff || caller.is(Role.CLASS_TEACHER), staff, SpecialCategory.isFor(caller), staff);
        RegisterId chosen = new RegisterId(urn, new SessionKey(date, session), group);
        return pages.ofSchool(caller, urn, Section.REGISTERS, "register", weeks.read(chosen, asOf, sight))
                .addObject("check", CheckBadge.of(chosen, checks));
    }

    /** Today, or the last day before it on which there was school. */
    private LocalDate lastSchoolDay(Urn urn) {
        LocalDate today = London.dateOf(clock.instant());
        SchoolCalendars calendars = schools.require(urn, Instant.MAX).calendars();
        List<LocalDate> days = calendars.schoolDays(today.minusDays(LOOK_BACK_DAYS), today);
        return days.isEmpty() ? today : days.getLast();
    }
}
