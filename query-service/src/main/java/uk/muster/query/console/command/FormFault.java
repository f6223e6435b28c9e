package uk.muster.query.console.command;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a form.
 *
 * @param field the field to mend; null when it is none of them alone
 * @param message a sentence that says what is wanted
 */
public record FormFault(@Nullable String field, String message) {}
