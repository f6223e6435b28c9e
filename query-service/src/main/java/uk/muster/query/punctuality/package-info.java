/** Who was late how often: what a school's ladder of lateness, which begins anew each half term, goes by. */
@NullMarked
package uk.muster.query.punctuality;

import org.jspecify.annotations.NullMarked;
