/**
 * The query side: projections of the ledger's events in a document store, and what is asked of them. One package holds one question; beside them
 * are {@code ingest}, which keeps the projections, {@code store}, which says what they are, and {@code keys}, which opens what is sealed.
 */
@NullMarked
package uk.muster.query;

import org.jspecify.annotations.NullMarked;
