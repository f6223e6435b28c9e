package uk.muster.query.console.board;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.muster.query.board.MorningBoardReader;
import uk.muster.query.board.NotInReader;
import uk.muster.query.console.tasks.TaskRows;
import uk.muster.query.ingest.Progress;
import uk.muster.query.pupil.PupilOpener;
import uk.muster.query.school.Schools;
import uk.muster.query.task.TaskLists;

/** Who puts the board together and watches it. */
@Configuration(proxyBeanMethods = false)
class BoardConfiguration {

    @Bean
    BoardReader boardReader(
            Schools schools,
            MorningBoardReader registers,
            NotInReader notIn,
            TaskLists tasks,
            TaskRows rows,
            PupilOpener opener,
            InstantSource businessClock) {
        return new BoardReader(schools, registers, notIn, tasks, rows, opener, businessClock);
    }

    @Bean
    Changes boardChanges(BoardReader board, Progress progress) {
        return new Changes(board, progress);
    }
}
