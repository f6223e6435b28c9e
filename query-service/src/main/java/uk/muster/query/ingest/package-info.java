/**
 * From the topic into the projections: a batch is read, folded in memory and written, and last of all the place up to which it goes. What comes
 * twice changes nothing.
 */
@NullMarked
package uk.muster.query.ingest;

import org.jspecify.annotations.NullMarked;
