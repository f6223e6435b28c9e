package uk.muster.simulator.term;

import static uk.muster.kernel.identity.SessionHalf.AM;
import static uk.muster.kernel.identity.SessionHalf.PM;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.identity.PupilId;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.simulator.chance.Chance;
import uk.muster.simulator.school.Policy;
import uk.muster.simulator.school.SchoolPlan;

/**
 * How a school first enters one pupil's sessions, and how it comes to the code that was true: an absence nobody explained is N and put right
 * within five school days, a late pupil signs in, and now and then a mark is simply wrong.
 */
final class Recording implements Entering {

    private static final LocalTime OFFICE_CLOSES_REGISTERS = LocalTime.of(15, 30);
    private static final int DEADLINE_SCHOOL_DAYS = 5;
    private static final double SIGNS_IN = 0.4;
    private static final double STILL_UNEXPLAINED_AFTER_NOON = 0.7;
    private static final double OVERLOOKED_IN_SCHOOL = 0.0006;
    private static final double MARKED_PRESENT_IN_ERROR = 0.006;
    private static final double DOUBTED_ILLNESS = 0.01;

    private final SchoolPlan plan;
    private final PupilId pupil;
    private final List<LocalDate> days;
    private final Chance chance;
    private final Consumer<Action> later;

    /** School days until the running spell is explained; -1 when it was from the start. */
    private int explainedAfter = -1;

    Recording(SchoolPlan plan, PupilId pupil, List<LocalDate> days, Chance chance, Consumer<Action> later) {
        this.plan = plan;
        this.pupil = pupil;
        this.days = days;
        this.chance = chance;
        this.later = later;
    }

    /** When taking begins: soon after the bell, the same for the whole class. */
    static Instant taking(Policy policy, LocalDate date, SessionHalf half, int minutesAfterBell) {
        LocalTime bell = half == AM ? policy.lateFrom() : policy.pmStart();
        return date.atTime(bell)
                .plusMinutes(minutesAfterBell)
                .atZone(London.ZONE)
                .toInstant();
    }

    /** What corrects the mark goes to the consumer. */
    @Override
    public Optional<Mark> enter(RegisterId register, Instant taking, int day, String settled, int dayOfSpell) {
        SessionHalf half = register.session().half();
        return switch (settled) {
            case "/", "\\" -> Optional.of(present(register, day, settled));
            case "L", "U" -> late(register, taking, settled);
            case "I", "O", "G", "C", "M", "E", "R" -> Optional.of(absent(register, day, settled, dayOfSpell, half));
            default -> Optional.of(plain(settled));
        };
    }

    private Mark present(RegisterId register, int day, String settled) {
        if (chance.happens(OVERLOOKED_IN_SCHOOL)) {
            amend(register, day, "N", settled, "Was in the medical room when the register was taken");
            return plain("N");
        }
        return plain(settled);
    }

    /**
     * Whoever signs in was N or, where an amendment of a past session needs an approver, left open: an arrival has no approver, and as the
     * first entry of the session it needs none.
     */
    private Optional<Mark> late(RegisterId register, Instant taking, String settled) {
        LocalDate date = register.session().date();
        boolean morning = register.session().half() == AM;
        Policy policy = plan.policy();
        Instant due = at(date, morning ? policy.arrivalDue() : policy.pmStart());
        Instant closes = at(date, morning ? policy.amCloses() : policy.pmCloses());
        Instant arrived = settled.equals("L") ? between(taking, closes) : between(closes, closes.plusSeconds(90 * 60));
        if (chance.happens(SIGNS_IN)) {
            later.accept(new Action.SignIn(arrived, register, pupil, settled, "Overslept", plan.attendanceOfficer()));
            return policy.approvalAfterWindow() ? Optional.empty() : Optional.of(plain("N"));
        }
        return Optional.of(
                new Mark(pupil, settled, (int) Duration.between(due, arrived).toMinutes(), null));
    }

    private Mark absent(RegisterId register, int day, String settled, int dayOfSpell, SessionHalf half) {
        if (dayOfSpell == 0 && half == AM) {
            explainedAfter = chance.happens(unexplained(settled)) ? schoolDaysToExplain(settled) : -1;
        }
        boolean firstDay = dayOfSpell == 0 && (half == AM || chance.happens(STILL_UNEXPLAINED_AFTER_NOON));
        if (explainedAfter >= 0 && (firstDay || settled.equals("O"))) {
            amend(register, day + explainedAfter, "N", settled, Facts.reason(settled));
            return plain("N");
        }
        if (settled.equals("I") && chance.happens(MARKED_PRESENT_IN_ERROR)) {
            String wrong = half == PM ? "\\" : "/";
            amend(register, day, wrong, settled, "Marked present in error; the parent had telephoned");
            return plain(wrong);
        }
        if (settled.equals("I") && chance.happens(DOUBTED_ILLNESS)) {
            amend(register, day + chance.between(1, 4), "O", settled, "Note from the surgery received");
            return plain("O");
        }
        return plain(settled);
    }

    /** How many spells of a code are N at first: about one mark in two hundred altogether. */
    private static double unexplained(String code) {
        return switch (code) {
            case "O" -> 0.2;
            case "G" -> 0.15;
            case "I" -> 0.2;
            default -> 0.05;
        };
    }

    private int schoolDaysToExplain(String code) {
        return code.equals("O") ? DEADLINE_SCHOOL_DAYS : Math.min(chance.between(0, 4), chance.between(0, 4));
    }

    /** An amendment that would come after the last day of the term is left out: the mark is not settled yet. */
    private void amend(RegisterId register, int onDay, String from, String to, String reason) {
        if (onDay < days.size()) {
            later.accept(new Action.Amend(
                    at(days.get(onDay), OFFICE_CLOSES_REGISTERS),
                    register,
                    pupil,
                    from,
                    to,
                    reason,
                    plan.attendanceOfficer(),
                    plan.policy().approvalAfterWindow() ? plan.head() : null,
                    null,
                    Facts.detail(to)));
        }
    }

    /** A whole minute after {@code from}, up to {@code to}. */
    private Instant between(Instant from, Instant to) {
        int minutes = (int) Duration.between(from, to).toMinutes();
        return from.plusSeconds(60L * Math.min(chance.between(1, minutes), chance.between(1, minutes)));
    }

    Mark plain(String code) {
        return new Mark(pupil, code, null, Facts.detail(code));
    }

    private static Instant at(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(London.ZONE).toInstant();
    }
}
