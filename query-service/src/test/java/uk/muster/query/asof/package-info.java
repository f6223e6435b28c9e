/** Tests of what was known at an instant, over all questions that may be asked so. */
@NullMarked
package uk.muster.query.asof;

import org.jspecify.annotations.NullMarked;
