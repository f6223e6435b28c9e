/** Tests of the way from the topic into the projections. */
@NullMarked
package uk.muster.query.ingest;

import org.jspecify.annotations.NullMarked;
