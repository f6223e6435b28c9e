package uk.muster.http.problem;

/**
 * One fault of a request body.
 *
 * @param pointer the JSON pointer (RFC 6901) of the field at fault, such as {@code /marks/2/code}; empty for the whole body
 * @param message a sentence that says what is wanted there; it never repeats what was sent, which could be personal
 */
public record Fault(String pointer, String message) {}
