/** Recording an attempt to reach somebody about a child. */
@NullMarked
package uk.muster.query.console.attempt;

import org.jspecify.annotations.NullMarked;
