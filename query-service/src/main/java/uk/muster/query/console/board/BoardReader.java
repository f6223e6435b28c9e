package uk.muster.query.console.board;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.muster.http.convention.PageLimit;
import uk.muster.kernel.absence.DayTimes;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.board.MorningBoard;
import uk.muster.query.board.MorningBoardReader;
import uk.muster.query.board.NotIn;
import uk.muster.query.board.NotInReader;
import uk.muster.query.console.board.BoardPage.CallWindow;
import uk.muster.query.console.shell.Say;
import uk.muster.query.console.tasks.TaskRows;
import uk.muster.query.pupil.PupilOpener;
import uk.muster.query.school.School;
import uk.muster.query.school.Schools;
import uk.muster.query.task.TaskLine;
import uk.muster.query.task.TaskLists;
import uk.muster.query.task.TaskQuestion;

/** Puts the morning board together. */
final class BoardReader {

    private static final PageLimit MOST_TASKS = new PageLimit(300);

    private final Schools schools;
    private final MorningBoardReader registers;
    private final NotInReader notIn;
    private final TaskLists tasks;
    private final TaskRows rows;
    private final NotInWords words;
    private final InstantSource clock;

    BoardReader(
            Schools schools,
            MorningBoardReader registers,
            NotInReader notIn,
            TaskLists tasks,
            TaskRows rows,
            PupilOpener opener,
            InstantSource clock) {
        this.schools = schools;
        this.registers = registers;
        this.notIn = notIn;
        this.tasks = tasks;
        this.rows = rows;
        this.words = new NotInWords(opener);
        this.clock = clock;
    }

    /**
     * The board of today.
     *
     * @param safeguarding whether reasons of safeguarding are shown
     * @throws uk.muster.http.problem.ProblemException 404 for an unknown school
     */
    BoardPage read(Urn urn, boolean safeguarding) {
        Instant now = clock.instant();
        LocalDate today = London.dateOf(now);
        School school = schools.require(urn, Instant.MAX);
        MorningBoard board = registers.read(urn, today);
        List<NotIn> missing = notIn.read(urn, today);
        boolean schoolDay = school.calendars().isSchoolDay(today);
        return new BoardPage(
                Say.day(today),
                Say.time(now),
                schoolDay,
                RegisterStates.sentence(board),
                RegisterStates.groups(board),
                schoolDay ? window(new DayTimes(school.policy(), ""), today, now) : null,
                words.of(missing.stream().filter(NotIn::isUnexplained).toList()),
                words.of(missing.stream().filter(each -> !each.isUnexplained()).toList()),
                rows.of(urn, tasks(urn, today, safeguarding)));
    }

    /** What a change of the board shows in: equal as long as nothing changed but the time. */
    Object state(Urn urn) {
        LocalDate today = London.dateOf(clock.instant());
        return List.of(
                registers.read(urn, today),
                notIn.read(urn, today).stream()
                        .map(each -> List.of(
                                each.pupil().pupil(),
                                String.valueOf(each.code()),
                                each.attempts().size()))
                        .toList(),
                tasks(urn, today, true));
    }

    private List<TaskLine> tasks(Urn urn, LocalDate today, boolean safeguarding) {
        TaskQuestion question = TaskQuestion.parse("OPEN", null, London.endOf(today));
        return tasks.list(urn, question, safeguarding, MOST_TASKS, null).items();
    }

    private static @Nullable CallWindow window(DayTimes times, LocalDate today, Instant now) {
        Instant begin = times.callsBegin(today);
        Instant end = times.callsEnd(today);
        long length = Duration.between(begin, end).toMinutes();
        if (now.isBefore(begin)) {
            return new CallWindow("Calls from " + Say.time(begin) + " until " + Say.time(end), 0, length);
        }
        String left = now.isAfter(end)
                ? "Calls were due by " + Say.time(end)
                : "Calls until " + Say.time(end) + ", " + Say.length(Duration.between(now, end)) + " left";
        return new CallWindow(
                left, Math.min(length, Duration.between(begin, now).toMinutes()), length);
    }
}
