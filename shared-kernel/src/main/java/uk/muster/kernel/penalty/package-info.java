/** The law and the policies on penalties for unauthorised absence, without a clock or a store. */
@NullMarked
package uk.muster.kernel.penalty;

import org.jspecify.annotations.NullMarked;
