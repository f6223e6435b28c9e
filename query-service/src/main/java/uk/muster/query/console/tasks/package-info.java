/** What waits to be done or decided, as people read it. */
@NullMarked
package uk.muster.query.console.tasks;

import org.jspecify.annotations.NullMarked;
