package uk.muster.simulator.school;

import java.time.LocalDate;

/** A whole day inside a half term on which the school is closed; {@code kind} as in the contract ({@code INSET}, {@code BANK_HOLIDAY}). */
public record Closure(LocalDate date, String kind) {

    public static Closure of(String date, String kind) {
        return new Closure(LocalDate.parse(date), kind);
    }
}
