package uk.muster.kernel.calendar;

/** Why a calendar cannot be published: a JSON pointer into it ({@code /terms/1/from}) and a sentence. */
public record CalendarFault(String pointer, String message) {}
