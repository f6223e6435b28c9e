/** The running system, spoken to as its users speak to it: over HTTP, with tokens, and through kills and restarts. */
@NullMarked
package uk.muster.acceptance;

import org.jspecify.annotations.NullMarked;
