/** The page of a child: who they are, what is due, the year at a glance, and everything that was recorded in one timeline. */
@NullMarked
package uk.muster.query.console.child;

import org.jspecify.annotations.NullMarked;
