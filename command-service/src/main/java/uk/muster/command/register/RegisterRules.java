package uk.muster.command.register;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.muster.command.keys.Vault;
import uk.muster.command.roll.RollPupil;
import uk.muster.command.roll.SchoolRoll;
import uk.muster.command.school.School;
import uk.muster.http.problem.Fault;
import uk.muster.kernel.calendar.London;
import uk.muster.kernel.code.CodeFault;
import uk.muster.kernel.code.CodeRules;
import uk.muster.kernel.code.Marking;
import uk.muster.kernel.identity.RegisterId;
import uk.muster.kernel.register.RegisterState;

/** What every decision about a register looks at: what it says, the school's policy and calendar, the roll, the time and the vault. */
record RegisterRules(
        RegisterId register, RegisterState state, School school, SchoolRoll roll, Vault vault, InstantSource clock) {

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return London.dateOf(now());
    }

    LocalDate date() {
        return register.session().date();
    }

    /** Why no register may be taken in this session: faults of the path, so the pointer is the whole body's. */
    List<Fault> sessionFaults() {
        List<Fault> faults = new ArrayList<>();
        if (date().isAfter(today())) {
            faults.add(new Fault("", "The session lies in the future."));
        }
        if (!school.calendars().isOpen(register.session())) {
            faults.add(new Fault("", "The session is not one of the school's published calendar."));
        }
        return faults;
    }

    /** An instant that has not come yet is refused. */
    List<Fault> futureFaults(Instant instant, String pointer) {
        return instant.isAfter(now()) ? List.of(new Fault(pointer, "This lies in the future.")) : List.of();
    }

    /** Every rule of the codes that an entry breaks; {@code prefix} is the pointer of the entry. */
    List<Fault> codeFaults(
            RollPupil pupil,
            String code,
            @Nullable Integer minutesLate,
            boolean detailGiven,
            String prefix,
            String codeField) {
        Marking marking = new Marking(
                code,
                register.session(),
                pupil.age(),
                pupil.enrolment(),
                detailGiven,
                minutesLate,
                school.policy().recording());
        List<CodeFault> faults = CodeRules.check(marking);
        if (faults.isEmpty()) {
            return List.of();
        }
        return faults.stream()
                .map(fault -> new Fault(
                        prefix
                                + "/"
                                + switch (fault.field()) {
                                    case CODE -> codeField;
                                    case DETAIL, MINUTES_LATE -> fault.field().json();
                                },
                        fault.message()))
                .toList();
    }
}
