/** What is due while absences last, and what became of it: the fold of the follow-up's facts, and a school's list of tasks. */
@NullMarked
package uk.muster.query.task;

import org.jspecify.annotations.NullMarked;
