/** Tests of who looked. */
@NullMarked
package uk.muster.query.access;

import org.jspecify.annotations.NullMarked;
