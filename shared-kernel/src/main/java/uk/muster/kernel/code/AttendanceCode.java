package uk.muster.kernel.code;

import java.time.LocalDate;

/**
 * A code of the attendance register.
 *
 * @param symbol one or two characters; the afternoon-present code is one backslash
 * @param countsAsPossible whether the session is a possible attendance, the denominator of every rate
 * @param countsAsPresent whether it is an attendance, the numerator
 * @param detailName what the detail names, in the words of the table ({@code NATURE_OF_PROVISION}); empty when none is kept
 * @param validFrom first session date of the code, {@link LocalDate#MIN} when it is as old as the records
 * @param validTo last session date of a retired code, {@link LocalDate#MAX} for one in force
 * @param successor what a retired code became, in words ({@code C or G}); empty for a code in force
 */
public record AttendanceCode(
        String symbol,
        String description,
        Category category,
        boolean countsAsPossible,
        boolean countsAsPresent,
        Authorisation authorisation,
        SessionRestriction restriction,
        DetailNeed detailNeed,
        String detailName,
        LocalDate validFrom,
        LocalDate validTo,
        String successor) {

    /** Whether the session was possible and the pupil did not attend it. */
    public boolean isAbsence() {
        return countsAsPossible && !countsAsPresent;
    }

    /** Whether the code is known to the law on that date; validity goes by the session, never by the day of recording. */
    public boolean isInForceOn(LocalDate date) {
        return !date.isBefore(validFrom) && !date.isAfter(validTo);
    }

    /** The symbol alone: a code in a sentence is its symbol. */
    @Override
    public String toString() {
        return symbol;
    }
}
