@NullMarked
package uk.muster.query.console.attempt;

import org.jspecify.annotations.NullMarked;
