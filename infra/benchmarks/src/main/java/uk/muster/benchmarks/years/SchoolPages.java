package uk.muster.benchmarks.years;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import uk.muster.benchmarks.pages.ConsolePage;
import uk.muster.benchmarks.school.Classroom;

/** The console's pages of the school on its last day: one line for each that is added. */
final class SchoolPages {

    static final int AIM = 200;

    private static final String LEAD = "s-5";
    private static final String OFFICER = "s-1";
    private static final String AUDITOR = "a-1";

    private final School school;
    private final String path;
    private final int lastDay;

    SchoolPages(School school) {
        this.school = school;
        this.path = "/schools/" + school.forms().urn();
        this.lastDay = school.time().days() - 1;
    }

    List<ConsolePage> all() {
        return List.of(
                ConsolePage.read("today", OFFICER, _ -> path + "/today"),
                ConsolePage.read("registers", OFFICER, _ -> path + "/registers"),
                ConsolePage.read("register of a week", OFFICER, random -> register(random, lastDay)),
                ConsolePage.read("register of a term", OFFICER, random -> register(random, lastDay) + "?view=term"),
                ConsolePage.read("register as of", AUDITOR, this::registerAsOf),
                ConsolePage.read("child", LEAD, random -> path + "/pupils/" + pupil(random)),
                ConsolePage.read("at risk", LEAD, _ -> path + "/at-risk"),
                ConsolePage.read("penalty windows", LEAD, _ -> path + "/penalty-windows"),
                ConsolePage.read("punctuality", OFFICER, _ -> path + "/punctuality"),
                ConsolePage.read("tasks", LEAD, _ -> path + "/tasks"),
                ConsolePage.read("pupils", OFFICER, _ -> path + "/pupils"),
                new ConsolePage("pupils found", OFFICER, _ -> path + "/pupils", "text=an"),
                ConsolePage.read(
                        "amendments",
                        AUDITOR,
                        _ -> "/audit/amendments?urn=" + school.forms().urn()),
                ConsolePage.read("replay of a register", AUDITOR, this::replay));
    }

    private String register(SplittableRandom random, int day) {
        Classroom classroom = school.forms()
                .classroom(random.nextInt(school.forms().lines()), school.time().yearOf(day));
        return path + "/registers/" + school.time().date(day) + "/AM/" + classroom.group();
    }

    private String registerAsOf(SplittableRandom random) {
        int day = random.nextInt(lastDay + 1);
        return register(random, day) + "?asOf=" + school.time().nightAfter(random.nextInt(day, lastDay + 1));
    }

    private String replay(SplittableRandom random) {
        int day = random.nextInt(lastDay + 1);
        LocalDate date = school.time().date(day);
        Classroom classroom = school.forms()
                .classroom(random.nextInt(school.forms().lines()), school.time().yearOf(day));
        return "/audit/replay?urn=%s&date=%s&session=AM&group=%s"
                .formatted(school.forms().urn(), date, classroom.group());
    }

    /** Anyone who is on roll on the last day. */
    private String pupil(SplittableRandom random) {
        int last = school.time().years() - 1;
        Classroom classroom =
                school.forms().classroom(random.nextInt(school.forms().lines()), last);
        return Forms.pupilId(classroom.firstPupil() + random.nextInt(Classroom.SIZE));
    }
}
