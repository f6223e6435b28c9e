/** Stands in for the provider where the launcher is tested without it. */
@NullMarked
package uk.muster.identity;

import org.jspecify.annotations.NullMarked;
