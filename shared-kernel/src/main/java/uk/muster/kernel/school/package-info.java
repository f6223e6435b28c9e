/** A school with the policy it follows and the calendars it published: the one fold of its facts. */
@NullMarked
package uk.muster.kernel.school;

import org.jspecify.annotations.NullMarked;
