/** What is due while absences last. */
@NullMarked
package uk.muster.query.task;

import org.jspecify.annotations.NullMarked;
