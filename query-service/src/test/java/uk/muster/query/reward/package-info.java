/** Who may be rewarded. */
@NullMarked
package uk.muster.query.reward;

import org.jspecify.annotations.NullMarked;
