package uk.muster.simulator.http;

/**
 * Who calls for a school's staff.
 *
 * @param officer attendance officers, towards command-service
 * @param lead safeguarding leads, towards command-service
 * @param reader a safeguarding lead, towards query-service
 * @param auditor towards query-service
 */
public record StaffCallers(MusterClient officer, MusterClient lead, MusterClient reader, MusterClient auditor) {}
