package uk.muster.benchmarks.school;

/**
 * A command as it is sent.
 *
 * @param line method and path, as {@code PUT /api/v1/schools/100001}
 * @param body JSON
 */
public record Command(String line, String body) {}
