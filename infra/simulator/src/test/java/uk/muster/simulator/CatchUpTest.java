package uk.muster.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.muster.kernel.identity.SessionHalf.AM;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.calendar.SchoolCalendars;
import uk.muster.kernel.identity.GroupId;
import uk.muster.kernel.identity.Person;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.identity.SessionKey;
import uk.muster.simulator.CatchUp.Coming;
import uk.muster.simulator.live.Deed;
import uk.muster.simulator.live.Round;
import uk.muster.simulator.school.SchoolPlan;
import uk.muster.simulator.term.Action;
import uk.muster.simulator.term.Mark;

/** A pupil was N on Monday 14 September, and the demo begins later. */
class CatchUpTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 9, 14);
    private static final LocalDate FIFTH_DAY = LocalDate.of(2026, 9, 21);
    private static final SchoolPlan PLAN = DemoSchools.on(MONDAY).getFirst();
    private static final SchoolCalendars CALENDARS = SchoolCalendars.of(List.of(PLAN.calendar()), List.of());
    private static final PupilId PUPIL = new PupilId("p1");
    private static final SessionKey SESSION = new SessionKey(MONDAY, AM);
    private static final Action TAKEN = new Action.TakeRegister(
            Round.REGISTERS.on(MONDAY),
            new RegisterId(PLAN.urn(), SESSION, new GroupId("3-Willow")),
            new Person("t-1", "R. Invented", "Class teacher"),
            List.of(new Mark(PUPIL, "N", null, null)));
    private static final Deed DECIDED = new Deed.Decision(
            Round.DESK.on(MONDAY.plusDays(2)), PUPIL, SESSION, SESSION, "I", "Unwell", PLAN.attendanceOfficer());
    private static final Coming NOTHING = new Coming(List.of(), List.of());

    @Test
    void aDecisionThatIsOverIsAnAmendmentWithAnApprover() {
        CatchUp all = catchUp(PLAN, MONDAY.plusDays(3), List.of(DECIDED), NOTHING);

        assertThat(all.now()).hasSize(2).last().satisfies(action -> {
            Action.Amend amend = (Action.Amend) action;
            assertThat(amend.to()).isEqualTo("I");
            assertThat(amend.approver()).isNotNull();
        });
        assertThat(all.later()).isEmpty();
    }

    @Test
    void anNPostedLateIsSeenToOnTheLastDayBeforeItsDeadline() {
        CatchUp all = catchUp(PLAN, MONDAY.plusDays(3), List.of(), NOTHING);

        assertThat(all.now()).containsExactly(TAKEN);
        assertThat(all.later()).singleElement().satisfies(action -> {
            assertThat(((Action.Amend) action).to()).isEqualTo("O");
            assertThat(action.at()).isEqualTo(Round.DESK.on(FIFTH_DAY));
        });
    }

    @Test
    void afterItsDeadlineItIsSeenToAtOnce() {
        CatchUp all = catchUp(PLAN, FIFTH_DAY.plusDays(1), List.of(), NOTHING);

        assertThat(all.now()).hasSize(2);
        assertThat(all.later()).isEmpty();
    }

    @Test
    void itIsLeftToWhoeverWillDecideIt() {
        CatchUp all = catchUp(PLAN, MONDAY.plusDays(1), List.of(), new Coming(List.of(), List.of(DECIDED)));

        assertThat(all.now()).containsExactly(TAKEN);
        assertThat(all.later()).isEmpty();
    }

    @Test
    void itStaysWhereNobodysNameStandsForIt() {
        CatchUp all = catchUp(PLAN.withoutResponsibleOfficer(), FIFTH_DAY.plusDays(1), List.of(), NOTHING);

        assertThat(all.now()).containsExactly(TAKEN);
        assertThat(all.later()).isEmpty();
    }

    /** An N of today or of the school day before is recorded in time, and becomes O by itself. */
    @Test
    void anNPostedInTimeIsLeftToItsDeadline() {
        assertThat(catchUp(PLAN, MONDAY.plusDays(1), List.of(), NOTHING).later())
                .isEmpty();
    }

    private static CatchUp catchUp(SchoolPlan plan, LocalDate begun, List<Deed> told, Coming coming) {
        return CatchUp.of(plan, CALENDARS, List.of(TAKEN), told, coming, London.at(begun, LocalTime.of(12, 0)));
    }
}
