package uk.muster.http.identity;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The rule of an endpoint: any one of these roles may call it. Every controller method must have one with at least one role, or the service
 * does not start ({@link EndpointRules}). Where the path has a variable {@code urn}, the caller's schools must hold that school as well.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Allowed {

    Role[] value();
}
