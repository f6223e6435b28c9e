/** Tests of what leaves the school about one pupil. */
@NullMarked
package uk.muster.query.evidence;

import org.jspecify.annotations.NullMarked;
