/** Where a person looks a child up. */
@NullMarked
package uk.muster.query.console.pupils;

import org.jspecify.annotations.NullMarked;
