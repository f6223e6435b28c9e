package uk.muster.query.console.tasks;

import org.jspecify.annotations.Nullable;

/**
 * A task as a person reads it.
 *
 * @param name the child's
 * @param day which day of the absence, in words; empty for what is about something else
 * @param clock how long there is, or for how long it has been overdue; null once it is settled
 * @param due when
 * @param want how strongly it is wanted
 * @param status the status in words and a class of the stylesheet
 * @param decided by whom; null while nobody did
 */
public record TaskRow(
        String taskId,
        String title,
        String pupilId,
        String name,
        String group,
        String day,
        @Nullable String clock,
        String due,
        String want,
        boolean overdue,
        boolean open,
        String status,
        String statusCss,
        @Nullable String decided,
        @Nullable String reason) {}
