/** Schools: their details, the policy they take on, their calendars and the closures nobody planned. */
@NullMarked
package uk.muster.command.school;

import org.jspecify.annotations.NullMarked;
