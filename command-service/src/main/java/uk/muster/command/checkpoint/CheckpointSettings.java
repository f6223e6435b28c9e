package uk.muster.command.checkpoint;

import java.time.Duration;

/**
 * When a checkpoint is made: after so many events, or so long after the last one when there is an event since.
 *
 * @param events at least 1
 */
public record CheckpointSettings(int events, Duration interval) {}
