/**
 * What both services speak HTTP with. {@link uk.muster.http.HttpConfiguration} is imported; the rest of a service's {@code application.yml}
 * says:
 *
 * <pre>{@code
 * spring.threads.virtual.enabled: true            # a command waits for its group: a thread must cost nothing
 * server.tomcat.max-keep-alive-requests: -1       # by default the container closes a connection after 100 requests
 * server.tomcat.max-connections: 20000
 * server.tomcat.max-swallow-size: 64MB            # so that who sends too much reads 413 and not a broken connection
 * server.shutdown: graceful                       # calls in flight are answered
 * spring.lifecycle.timeout-per-shutdown-phase: 20s
 * spring.web.resources.add-mappings: false        # no files, so an unknown path is simply unknown
 * management.endpoint.health.probes.enabled: true # /actuator/health/liveness and /readiness, open to all
 * management.endpoints.web.exposure.include: health
 * }</pre>
 */
@NullMarked
package uk.muster.http;

import org.jspecify.annotations.NullMarked;
