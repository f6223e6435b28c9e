package uk.muster.kernel.code;

/**
 * What a school's policy asks of a mark beyond the law.
 *
 * @param lateCodeUsed false where the school has no late period, so that no L may be recorded ({@code sessions.am.late_code_used})
 * @param minutesLateRequired whether L and U need the minutes ({@code register.minutes_late_required})
 * @param natureRequired whether V, P, W, D, Q and Y1 to Y6 need a detail too ({@code register.nature_required})
 */
public record RecordingRules(boolean lateCodeUsed, boolean minutesLateRequired, boolean natureRequired) {}
