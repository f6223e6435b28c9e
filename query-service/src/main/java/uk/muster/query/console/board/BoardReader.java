package uk.muster.query.console.board;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.muster.http.convention.Page;
import uk.muster.http.convention.PageLimit;
import uk.muster.kernel.absence.DayTimes;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.identity.Urn;
import uk.muster.query.board.DayRegisters;
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

    /** More than anyone does in a morning; the rest are a link away. */
    private static final PageLimit MOST_TASKS = new PageLimit(100);

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
        DayRegisters day = registers.registersOf(urn, today);
        MorningBoard board = registers.boardOf(day);
        List<NotIn> missing = notIn.read(day);
        Page<TaskLine> due = tasks(urn, today, safeguarding);
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
                rows.of(urn, due.items()),
                due.nextCursor() != null);
    }

    /** What a change of the board shows in: equal as long as nothing changed but the time. */
    Object state(Urn urn) {
        LocalDate today = London.dateOf(clock.instant());
        DayRegisters day = registers.registersOf(urn, today);
        return List.of(
                registers.boardOf(day),
                notIn.read(day).stream()
                        .map(each -> List.of(
                                each.pupil().pupil(),
                                String.valueOf(each.code()),
                                each.attempts().size()))
                        .toList(),
                tasks(urn, today, true).items());
    }

    private Page<TaskLine> tasks(Urn urn, LocalDate today, boolean safeguarding) {
        TaskQuestion question = TaskQuestion.parse("OPEN", null, London.endOf(today));
        return tasks.list(urn, question, safeguarding, MOST_TASKS, null);
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
