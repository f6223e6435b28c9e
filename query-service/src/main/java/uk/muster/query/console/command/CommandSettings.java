package uk.muster.query.console.command;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code muster.console.*} of recording.
 *
 * @param commands base address of command-service, as {@code http://127.0.0.1:8080}
 * @param longestWait for how long a page waits for what its reader has recorded; by the contract 10 s
 */
@ConfigurationProperties("muster.console")
record CommandSettings(
        @DefaultValue("http://localhost:8080") URI commands,
        @DefaultValue("10s") Duration longestWait) {}
