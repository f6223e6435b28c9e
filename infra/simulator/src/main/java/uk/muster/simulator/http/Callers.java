package uk.muster.simulator.http;

/**
 * Who calls for the schools of a demo.
 *
 * @param mis the school's information system, towards command-service
 * @param head who alone may take a pupil off the roll, towards command-service
 * @param reader the head again, towards query-service
 */
public record Callers(MusterClient mis, MusterClient head, MusterClient reader) {}
