/** Refusals as the contract writes them: RFC 9457 {@code application/problem+json}, one shape whoever refuses. */
@NullMarked
package uk.muster.http.problem;

import org.jspecify.annotations.NullMarked;
