/** Stands in for query-service where the launcher is tested without it. */
@NullMarked
package uk.muster.query;

import org.jspecify.annotations.NullMarked;
