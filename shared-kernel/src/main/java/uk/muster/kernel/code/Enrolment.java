package uk.muster.kernel.code;

import java.util.Optional;
import java.util.stream.Stream;

/** How a pupil is registered: here alone, or at two schools at once (the census's enrolment status C, M, S). */
public enum Enrolment {
    SINGLE("C"),
    MAIN("M"),
    SUBSIDIARY("S");

    private final String status;

    Enrolment(String status) {
        this.status = status;
    }

    /** The letter of the census and of the contract. */
    public String status() {
        return status;
    }

    /** The enrolment with that letter. */
    public static Optional<Enrolment> ofStatus(String status) {
        return Stream.of(values()).filter(each -> each.status.equals(status)).findFirst();
    }

    /** Whether the pupil is on the admission register of another school too. */
    public boolean isDual() {
        return this != SINGLE;
    }
}
