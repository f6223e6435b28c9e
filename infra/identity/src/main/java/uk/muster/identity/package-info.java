/**
 * An OIDC provider of invented people, so that the console of a standalone instance can be opened without one of a school's own. It asks for no
 * password: whoever reaches this machine's 127.0.0.1 may be any of them. Never in front of real pupils.
 */
@NullMarked
package uk.muster.identity;

import org.jspecify.annotations.NullMarked;
