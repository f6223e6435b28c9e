package uk.muster.kernel.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.muster.kernel.code.CodeFault.Field;
import uk.muster.kernel.identity.SessionHalf;
import uk.muster.kernel.identity.SessionKey;

/** Whether a mark may be recorded. Every check answers with all faults at once, and with an empty list when there is none. */
public final class CodeRules {

    private static final int LONGEST_REPEATED = 10;
    private static final Set<String> NATURE_BY_POLICY =
            Set.of("V", "P", "W", "D", "Q", "Y1", "Y2", "Y3", "Y4", "Y5", "Y6");

    private CodeRules() {}

    /** Every fault of a mark for a pupil on roll. */
    public static List<CodeFault> check(Marking marking) {
        List<CodeFault> faults = new ArrayList<>(inForce(marking.symbol(), marking.session()));
        Optional<AttendanceCode> known = AttendanceCodes.standard().find(marking.symbol());
        known.ifPresent(code -> {
            checkPupil(code, marking, faults);
            checkDetail(code, marking, faults);
        });
        checkMinutesLate(known, marking, faults);
        return List.copyOf(faults);
    }

    /**
     * Whether the symbol is a code that a session of that date and half may hold for a pupil on roll: known, in force (validity is by
     * session date), of the right half, and neither Z nor #. Enough for marks made at another school.
     */
    public static List<CodeFault> inForce(String symbol, SessionKey session) {
        Optional<AttendanceCode> known = AttendanceCodes.standard().find(symbol);
        if (known.isEmpty()) {
            return List.of(new CodeFault(Field.CODE, unknown(symbol)));
        }
        List<CodeFault> faults = new ArrayList<>(0);
        AttendanceCode code = known.get();
        checkValidity(code, session, faults);
        if (!code.restriction().allows(session.half())) {
            String instead = session.half() == SessionHalf.AM ? "/" : "\\";
            String other = session.half() == SessionHalf.AM ? "afternoons" : "mornings";
            fault(faults, "Code " + code + " is for " + other + "; present is " + instead + " in this session.");
        }
        if (code.symbol().equals("Z")) {
            fault(faults, "Code Z is for a child who is not on the admission register; this pupil is on roll.");
        }
        if (code.symbol().equals("#")) {
            fault(
                    faults,
                    "Code # is not recorded for a pupil on roll: planned closures come from the school's calendar.");
        }
        return faults;
    }

    private static void checkValidity(AttendanceCode code, SessionKey session, List<CodeFault> faults) {
        if (session.date().isAfter(code.validTo())) {
            fault(
                    faults,
                    "Code " + code + " was retired after " + code.validTo() + "; its successor is " + code.successor()
                            + ".");
        }
        if (session.date().isBefore(code.validFrom())) {
            fault(faults, "Code " + code + " is in force from " + code.validFrom() + ", after this session.");
        }
    }

    private static void checkPupil(AttendanceCode code, Marking marking, List<CodeFault> faults) {
        switch (code.symbol()) {
            case "X" -> {
                if (isOfCompulsoryAge(marking)) {
                    fault(
                            faults,
                            "Code X is for a pupil who is not of compulsory school age at that session; this pupil is"
                                    + " (a part-time timetable is C2).");
                }
            }
            case "C2" -> {
                // reg 11(6)
                if (!isOfCompulsoryAge(marking)) {
                    fault(
                            faults,
                            "Code C2 is for a pupil of compulsory school age at that session; this pupil is not"
                                    + " (not required to attend is X).");
                }
            }
            case "D" -> {
                if (!marking.enrolment().isDual()) {
                    fault(faults, "Code D is for a pupil registered at two schools; this pupil's enrolment is single.");
                }
            }
            case "L" -> {
                // CS-X01
                if (!marking.rules().lateCodeUsed()) {
                    fault(faults, "The school's policy has no late period: code L is not used.");
                }
            }
            default -> {
                // No other code depends on the pupil or the policy.
            }
        }
    }

    private static boolean isOfCompulsoryAge(Marking marking) {
        return marking.age().covers(marking.session().date());
    }

    private static void checkDetail(AttendanceCode code, Marking marking, List<CodeFault> faults) {
        boolean required = code.detailNeed() == DetailNeed.REQUIRED
                || (marking.rules().natureRequired() && NATURE_BY_POLICY.contains(code.symbol()));
        if (required && !marking.detailGiven()) {
            faults.add(new CodeFault(Field.DETAIL, "Code " + code + " needs a detail that is not blank."));
        }
    }

    private static void checkMinutesLate(Optional<AttendanceCode> known, Marking marking, List<CodeFault> faults) {
        Integer minutes = marking.minutesLate();
        boolean isLate = known.map(AttendanceCode::symbol)
                .filter(s -> s.equals("L") || s.equals("U"))
                .isPresent();
        if (minutes == null) {
            if (isLate && marking.rules().minutesLateRequired()) {
                faults.add(new CodeFault(
                        Field.MINUTES_LATE,
                        "The school's policy wants the minutes late with " + marking.symbol() + "."));
            }
            return;
        }
        if (minutes < 0 || minutes > ArrivalRules.MOST_MINUTES_LATE) {
            faults.add(new CodeFault(Field.MINUTES_LATE, "Minutes late are a whole number from 0 to 360."));
        }
        if (known.isPresent() && !isLate) {
            faults.add(new CodeFault(
                    Field.MINUTES_LATE, "Minutes late go with L and U only, not with " + known.get() + "."));
        }
    }

    private static String unknown(String symbol) {
        if (symbol.isBlank() || symbol.equals("-")) {
            return "A mark needs a code: a pupil without one is left out of the register, never marked blank or -.";
        }
        boolean repeatable = symbol.length() <= LONGEST_REPEATED
                && symbol.chars().noneMatch(c -> Character.isISOControl(c) || Character.isSurrogate((char) c));
        return (repeatable ? "“" + symbol + "”" : "This") + " is not a code of the attendance register.";
    }

    private static void fault(List<CodeFault> faults, String message) {
        faults.add(new CodeFault(Field.CODE, message));
    }
}
