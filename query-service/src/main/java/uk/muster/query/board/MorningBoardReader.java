package uk.muster.query.board;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.identity.PupilNumber;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.kernel.identity.Urn;
import uk.muster.kernel.register.RegisterState;
import uk.muster.query.pupil.Pupils;
import uk.muster.query.register.Registers;
import uk.muster.query.school.School;
import uk.muster.query.school.Schools;

/** Puts the day's board together. Groups in which nobody is on that day are left out. */
public final class MorningBoardReader {

    private final Schools schools;
    private final Pupils pupils;
    private final Registers registers;
    private final InstantSource clock;

    public MorningBoardReader(Schools schools, Pupils pupils, Registers registers, InstantSource clock) {
        this.schools = schools;
        this.pupils = pupils;
        this.registers = registers;
        this.clock = clock;
    }

    /** @throws uk.muster.http.problem.ProblemException 404 for an unknown school */
    public MorningBoard read(Urn urn, LocalDate date) {
        return boardOf(registersOf(urn, date));
    }

    /** What the board and {@link NotInReader} are made of. */
    public DayRegisters registersOf(Urn urn, LocalDate date) {
        return DayRegisters.read(pupils, registers, urn, date);
    }

    /** @throws uk.muster.http.problem.ProblemException 404 for an unknown school */
    public MorningBoard boardOf(DayRegisters day) {
        School school = schools.require(day.urn(), Instant.MAX);
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), London.ZONE);
        List<MorningBoard.Line> lines = new ArrayList<>();
        day.members().forEach((id, of) -> lines.add(line(school, id, of, day.state(id), now)));
        return new MorningBoard(day.date(), lines);
    }

    private static MorningBoard.Line line(
            School school, RegisterId id, List<PupilNumber> members, RegisterState state, LocalDateTime now) {
        int missing = (int)
                members.stream().filter(member -> state.entry(member).isEmpty()).count();
        RegisterState.Taken taken = state.taken();
        return new MorningBoard.Line(
                id.group(),
                id.session().half(),
                status(school, id.session(), state, missing, now),
                id,
                taken == null ? null : taken.at(),
                members.size(),
                missing);
    }

    private static RegisterStatus status(
            School school, SessionKey session, RegisterState state, int missing, LocalDateTime now) {
        if (state.isTaken()) {
            return missing == 0 ? RegisterStatus.TAKEN : RegisterStatus.INCOMPLETE;
        }
        return school.wantsRegister(session)
                ? RegisterStatus.untaken(session, school.policy(), now)
                : RegisterStatus.NOT_DUE;
    }
}
