/** A school as its facts have it by an instant: calendars, times and policy, read for whoever answers a question about it. */
@NullMarked
package uk.muster.query.school;

import org.jspecify.annotations.NullMarked;
