/**
 * What both services speak HTTP with. A service imports {@link uk.muster.http.HttpConfiguration}, and with
 * {@code spring.config.import=classpath:muster-http.properties} the settings that go with it: virtual threads, connections that are kept,
 * a graceful end, probes, and a log without paths. Its own {@code application.yml} says {@code muster.identity.public-key-file} or
 * {@code muster.identity.jwk-set-uri}.
 */
@NullMarked
package uk.muster.http;

import org.jspecify.annotations.NullMarked;
